import Foundation
import Ledger
import Partnership
import Workflow

/// The places, bodies and words of one partnership, as its register holds them.
public struct ReferenceData: Sendable {
    public let areas: [Area]
    public let districts: [District]
    public let bodies: [Body]
    public let themes: [Theme]
    public let concerns: [Concern]
    public let destinations: [Destination]
    public let contacts: [PublicContact]
    /// The roles of seats, in the order of the profile.
    public let roles: [SeatRole]
    public let permissions: Permissions
    public let thresholds: Thresholds
    public let retention: Retention
    public let schoolHolidays: SchoolHolidays
    public let outsideDates: OutsideDates

    init(connection: any Connection) throws {
        areas = try connection.rows("SELECT id, letter, title FROM area ORDER BY position").map {
            Area(id: $0.word("id"), letter: $0.word("letter"), title: $0.word("title"))
        }
        districts = try connection.rows("SELECT id, title, area FROM district ORDER BY position").map {
            District(id: $0.word("id"), title: $0.word("title"), area: $0.word("area"))
        }
        bodies = try connection.rows("SELECT id, title, kind, area, settings FROM body ORDER BY position").map(
            Body.init)
        themes = try connection.rows("SELECT id, title, concern, aliases FROM theme ORDER BY position").map {
            Theme(
                id: $0.word("id"), title: $0.word("title"), concern: $0.count("concern"),
                aliases: $0.word("aliases").split(separator: "\n").map(String.init))
        }
        concerns = try connection.rows("SELECT number, title, improving FROM concern ORDER BY number").map {
            Concern(number: $0.count("number"), text: $0.word("title"), improving: $0.count("improving") == 1)
        }
        destinations = try connection.rows("SELECT * FROM destination ORDER BY position")
            .map {
                Destination(
                    id: $0.word("id"), title: $0.word("title"), takes: $0.word("takes"), contact: $0.word("contact"),
                    isUrgent: $0.count("urgent") == 1, givesAdvice: $0.count("advice") == 1)
            }
        contacts = try connection.rows("SELECT * FROM public_contact ORDER BY position").map {
            PublicContact(id: $0.word("id"), title: $0.word("title"), reach: $0.word("reach"))
        }
        roles = try connection.rows("SELECT * FROM role ORDER BY position").map {
            try SeatRole(row: $0)
        }
        var table: [Permission: [String]] = [:]
        for row in try connection.rows("SELECT id, roles FROM permission") {
            if let permission = Permission(rawValue: row.word("id")) {
                table[permission] = row.word("roles").split(separator: " ").map(String.init)
            }
        }
        permissions = Permissions(table)
        func setting<Counts: Decodable>(_ name: String) throws -> Counts {
            let value = try connection.row("SELECT value FROM setting WHERE name = ?", [.text(name)])?.text("value")
            guard let value else { throw RegisterError.damaged("the partnership's \(name) is not stored") }
            guard let counts = try? JSONDecoder().decode(Counts.self, from: Data(value.utf8)) else {
                throw RegisterError.damaged("the partnership's \(name) cannot be read")
            }
            return counts
        }
        thresholds = try setting("thresholds")
        retention = try setting("retention")
        schoolHolidays = try setting("school-holidays")
        outsideDates = try setting("outside-dates")
    }

    public func area(_ id: String) -> Area? { areas.first { $0.id == id } }
    public func body(_ id: String) -> Body? { bodies.first { $0.id == id } }
    public func role(_ name: String) -> SeatRole? { roles.first { $0.name == name } }
    /// What people call a role; one that is no longer there goes by its name.
    public func title(ofRole name: String) -> String { role(name)?.title ?? name.replacing("-", with: " ") }
    /// The names of the roles that have a duty.
    public func roles(with duty: SeatRole.Duty) -> Set<String> {
        Set(roles.filter { $0.duties.contains(duty) }.map(\.name))
    }
    /// The title of the body that takes what others send up.
    var boardTitle: String { bodies.first { $0.kind == .board }?.title ?? "" }
    /// The title of the role that speaks for parents and carers.
    var parentTitle: String { roles.first { $0.duties.contains(.parents) }?.title ?? "" }
    /// The title of the role that answers families, and signs the letters to them.
    var answeringTitle: String { roles.first { $0.duties.contains(.answers) }?.title ?? "" }
    /// Nil for an area that has no LAP.
    public func lap(ofArea area: String) -> Body? { bodies.first { $0.kind == .lap && $0.area == area } }
    /// Whose seats see to the issues of an area: its LAP, or where none meets its caseload.
    public func body(ofArea area: String) -> Body? { bodies.first { $0.kind.hasArea && $0.area == area } }
    /// The areas that have a LAP, whose meetings and packs count them.
    public var lapAreas: [Area] { areas.filter { lap(ofArea: $0.id) != nil } }

    /// The theme of an id, its title or one of its aliases, as people type them: letter case does not matter.
    public func theme(_ word: String) -> Theme? {
        let word = word.lowercased()
        return themes.first { $0.id == word || ([$0.title] + $0.aliases).contains { $0.lowercased() == word } }
    }

    /// The themes that what was typed may mean: each of its words stands in what they are called, or nearly so.
    func themes(like typed: String) -> [Theme] {
        func words(_ text: String) -> [String] {
            text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        }
        let typed = words(typed)
        guard !typed.isEmpty else { return [] }
        return themes.filter { theme in
            let known = ([theme.id, theme.title] + theme.aliases).flatMap(words)
            return typed.allSatisfy { known.contains($0) || NearMiss.nearest(to: $0, among: known) != nil }
        }
    }

    /// What the references of its items look like: `N-7`, `north-2020-01-14`.
    var exampleReferences: [String] {
        [areas.first.map { "\($0.letter)-7" }, bodies.first.map { "\($0.id)-2020-01-14" }, "A-12"].compactMap(\.self)
    }

    /// The title of a name that a reference of a kind has; nil for a kind whose names people read as they are.
    func title(of name: String, kind: String) -> String? {
        switch kind {
        case "area": areas.first { $0.id == name }?.title
        case "district": districts.first { $0.id == name }?.title
        case "body", "group": body(name)?.title
        case "role": role(name)?.title
        case "theme": themes.first { $0.id == name }?.title
        case "concern": concerns.first { String($0.number) == name }?.text
        case "destination": destinations.first { $0.id == name }?.title
        default: nil
        }
    }

    /// The names that a reference of a kind can have; nil for kinds with too many to list.
    func names(of kind: String) -> [String]? {
        switch kind {
        case "area": areas.map(\.id)
        case "district": districts.map(\.id)
        case "body": bodies.map(\.id)
        case "group": bodies.filter { $0.kind == .group }.map(\.id)
        case "role": roles.map(\.name)
        case "theme": themes.map(\.id)
        case "concern": concerns.map { String($0.number) }
        case "destination": destinations.map(\.id)
        default: nil
        }
    }
}

/// What a body's row keeps in its settings.
struct BodySettings: Encodable {
    var standard: String
    var schedule12A: Bool
    var countsOnline: Bool
    var quorum: [[String]]
    var agenda: [Line]
    var meets: String?
    var clearDays: Int
    var cutOff: Int
    var minutesWithin: Int
    var callForItems: Int?
    var callsAlso: [String]
    var yearBegins: Int
    var lasts: Int?
    var attendanceTarget: Int?
    var publishing: String
    var officer: String?

    struct Line: Encodable {
        var key: String
        var title: String
        var purpose: String
        var lead: String
        var minutes: Int
        var feed: String
        var order: [String]
        var yearly: [YearlyItem]
    }

    init(_ body: Body) {
        standard = body.standard.rawValue
        schedule12A = body.followsSchedule12A
        countsOnline = body.countsOnline
        quorum = body.quorum
        agenda = body.agenda.map {
            Line(
                key: $0.key, title: $0.title, purpose: $0.purpose.rawValue, lead: $0.lead, minutes: $0.minutes,
                feed: $0.feed.rawValue, order: $0.order.map(\.rawValue), yearly: $0.yearly)
        }
        meets = body.meets
        clearDays = body.clearDays
        cutOff = body.cutOff
        minutesWithin = body.minutesWithin
        callForItems = body.callForItems
        callsAlso = body.callsAlso
        yearBegins = body.yearBegins
        lasts = body.lasts
        attendanceTarget = body.attendanceTarget
        publishing = body.publishing.rawValue
        officer = body.officer
    }

    /// Those of a row: read without a decoder, since every command reads them of every body. nil when one is missing.
    init?(_ json: JSON) {
        func words(_ json: JSON?) -> [String]? { json?.array.map { $0.compactMap(\.string) } }
        guard let standard = json["standard"]?.string, let schedule12A = json["schedule12A"]?.bool,
            let countsOnline = json["countsOnline"]?.bool, let quorum = json["quorum"]?.array,
            let agenda = json["agenda"]?.array, let clearDays = json["clearDays"]?.number,
            let cutOff = json["cutOff"]?.number, let minutesWithin = json["minutesWithin"]?.number,
            let callsAlso = words(json["callsAlso"]), let yearBegins = json["yearBegins"]?.number,
            let publishing = json["publishing"]?.string
        else { return nil }
        self.standard = standard
        self.schedule12A = schedule12A
        self.countsOnline = countsOnline
        self.quorum = quorum.compactMap(words)
        self.agenda = []
        meets = json["meets"]?.string
        self.clearDays = clearDays
        self.cutOff = cutOff
        self.minutesWithin = minutesWithin
        callForItems = json["callForItems"]?.number
        self.callsAlso = callsAlso
        self.yearBegins = yearBegins
        lasts = json["lasts"]?.number
        attendanceTarget = json["attendanceTarget"]?.number
        self.publishing = publishing
        officer = json["officer"]?.string
        for line in agenda {
            guard let key = line["key"]?.string, let title = line["title"]?.string,
                let purpose = line["purpose"]?.string, let lead = line["lead"]?.string,
                let minutes = line["minutes"]?.number, let feed = line["feed"]?.string,
                let order = words(line["order"]), let yearly = line["yearly"]?.array
            else { return nil }
            self.agenda.append(
                Line(
                    key: key, title: title, purpose: purpose, lead: lead, minutes: minutes, feed: feed, order: order,
                    yearly: yearly.map {
                        YearlyItem(
                            title: $0["title"]?.string ?? "",
                            purpose: $0["purpose"]?.string.flatMap(StandingItem.Purpose.init),
                            minutes: $0["minutes"]?.number)
                    }))
        }
    }

    /// The JSON text of the row.
    var text: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}

extension Body {
    init(row: Row) throws {
        guard let settings = BodySettings(try ItemCoding.parse(row.word("settings"))),
            let kind = Kind(rawValue: row.word("kind")), let standard = Standard(rawValue: settings.standard)
        else {
            throw RegisterError.damaged("the body \(row.word("id")) has settings this program does not know")
        }
        self.init(
            id: row.word("id"), title: row.word("title"), kind: kind, area: row.text("area"), standard: standard,
            followsSchedule12A: settings.schedule12A, countsOnline: settings.countsOnline, quorum: settings.quorum,
            agenda: try settings.agenda.map {
                guard let purpose = StandingItem.Purpose(rawValue: $0.purpose),
                    let feed = StandingItem.Feed(rawValue: $0.feed)
                else {
                    throw RegisterError.damaged(
                        "the agenda of \(row.word("id")) has an item this program does not know")
                }
                return StandingItem(
                    key: $0.key, title: $0.title, purpose: purpose, lead: $0.lead, minutes: $0.minutes, feed: feed,
                    order: $0.order.compactMap(StandingItem.Order.init), yearly: $0.yearly)
            },
            meets: settings.meets, clearDays: settings.clearDays, cutOff: settings.cutOff,
            minutesWithin: settings.minutesWithin, callForItems: settings.callForItems,
            callsAlso: settings.callsAlso, yearBegins: settings.yearBegins, lasts: settings.lasts,
            attendanceTarget: settings.attendanceTarget,
            publishing: Publishing(rawValue: settings.publishing) ?? .draft, officer: settings.officer)
    }
}

extension SeatRole {
    init(row: Row) throws {
        guard case .object(let members) = try ItemCoding.parse(row.word("acts")) else {
            throw RegisterError.damaged("the role \(row.word("id")) does not say where it acts")
        }
        var acts: [Place: String] = [:]
        for (place, role) in members {
            if let place = Place(rawValue: place), let role = role.string { acts[place] = role }
        }
        self.init(
            name: row.word("id"), title: row.word("title"), acts: acts, isEverywhere: row.count("everywhere") == 1,
            isCounted: row.count("counted") == 1,
            duties: Set(row.word("duties").split(separator: " ").compactMap { Duty(rawValue: String($0)) }))
    }
}

/// What the register keeps as a setting, in JSON.
protocol JSONSetting: Encodable {}
extension Thresholds: JSONSetting {}
extension Retention: JSONSetting {}
extension SchoolHolidays: JSONSetting {}
extension OutsideDates: JSONSetting {}

extension JSONSetting {
    var text: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}
