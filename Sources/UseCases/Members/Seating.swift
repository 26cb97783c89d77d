import Partnership
import Register
import class Register.Operation
import Workflow

/// Who seats whom: the registrar anybody else anywhere; chairs, secretaries and leads others in their own body, in seats that
/// read no more than their own.
struct Seating {
    /// A seat, and the id of whoever is or will be in it.
    struct Place {
        let body: String?
        let role: String
        let person: String?
    }

    let view: View
    let standing: Standing

    init(_ view: View, _ standing: Standing) {
        self.view = view
        self.standing = standing
    }

    /// Throws `RegisterError.notPermitted` unless the asker may fill and end all of these seats.
    ///
    /// - Parameter isEnding: they are ended, which a registrar may do with their own.
    func must(_ places: [Place], isEnding: Bool = false) throws {
        guard standing.may(.seat) else { return try places.forEach(must) }
        guard isEnding || !places.contains(where: { $0.person == standing.person.id }) else {
            throw RegisterError.notPermitted(
                "Nobody fills a seat of their own: who seats people reads nothing by that.",
                remedies: [.say("Another \(registrarTitle) may; seat one first where there is none.")])
        }
    }

    private func must(_ place: Place) throws {
        let reference = try view.reference
        guard let body = place.body.flatMap({ reference.body($0) }), standing.may(.seatOwnBody, at: .of(body)) else {
            // What the register does not know is told as that, to whoever may seat people at all.
            return try standing.must(.seat)
        }
        guard place.person != standing.person.id else {
            throw refusal("Nobody fills or ends a seat of their own", in: body)
        }
        guard let role = reference.role(place.role), let acting = role.acts[SeatRole.Place(body.kind)] else {
            // Refused by the register itself, in its own words.
            return
        }
        let issue = try view.definition("issue")
        let isWithin = ownRoles(in: body, reference).contains { issue.readsNoMore(acting, than: $0) }
        guard isWithin, !role.isEverywhere else {
            throw refusal("The seat of the \(role.title) reads more than the one of \(standing.person.name)", in: body)
        }
        // Whoever chairs decides, and appoints nobody to do so: two of them could else lift each other into the chair.
        guard !role.duties.contains(.chairs) else {
            throw refusal("Who chairs is not for those whom the body's work is left to", in: body)
        }
    }

    /// The roles that the asker acts in there and that may seat people.
    private func ownRoles(in body: Body, _ reference: ReferenceData) -> [String] {
        standing.seats.filter { $0.body == body.id }.compactMap { seat in
            reference.role(seat.role)?.acts[SeatRole.Place(body.kind)]
        }.filter(reference.permissions[.seatOwnBody].contains)
    }

    private func refusal(_ why: String, in body: Body) -> RegisterError {
        .notPermitted(
            "\(why), at the \(body.title).", remedies: [.say("The \(registrarTitle) may.")])
    }

    private var registrarTitle: String {
        guard let reference = try? view.reference else { return "seater of people" }
        let able = reference.permissions[.seat]
        return reference.roles.first { $0.acts.values.contains(where: able.contains) }?.title ?? "seater of people"
    }

    /// Ends a seat, or takes back that it was filled, unless an area to which somebody saw would be left to nobody by that.
    ///
    /// - Parameters:
    ///   - last: the last day of whoever leaves; nil where they leave now.
    ///   - isVacant: it may be left to nobody.
    func ending<T>(after last: Day? = nil, leavingVacant isVacant: Bool, _ end: () throws -> T) throws -> T {
        let day = max(last.map { $0 + 1 } ?? view.present, view.present)
        let before = try isVacant ? [] : view.attendedAreas(on: day)
        let ended = try end()
        if !isVacant { try mustLeave(view.attendedAreas(on: day), of: before) }
        return ended
    }

    /// Throws when an area to which somebody sees would be left to nobody, were it taken back how seats were filled.
    func mustAttend(without undone: [Touched.Place]) throws {
        try mustLeave(
            view.attendedAreas(on: view.present, without: undone), of: view.attendedAreas(on: view.present))
    }

    private func mustLeave(_ attended: [Area], of before: [Area]) throws {
        let left = before.filter { area in !attended.contains { $0.id == area.id } }
        guard let first = left.first else { return }
        let able = try view.titlesOfAttending(first)
        throw RegisterError.refused([
            Reason(
                kind: .rule,
                sentence:
                    "\(Sentences.list(left.map(\.title), "and")) would be left without anybody who takes issues in and "
                    + "tells families what came of theirs.",
                remedies: (able.isEmpty ? [] : [.say("Seat another \(Sentences.list(able, "or")) there first.")])
                    + [.give([EndSeat.leavingVacant])])
        ])
    }

    /// Throws when nobody would be left, with no last day set, who may seat people.
    ///
    /// - Parameter last: the last day of whoever leaves now.
    func mustLeaveRegistrar(after last: Day? = nil) throws {
        let reference = try view.reference
        let from = max(last.map { $0 + 1 } ?? view.present, view.present)
        let isLeft = try view.seats().contains { seat in
            guard seat.person != nil, seat.until == nil, seat.since.map({ $0 <= from }) ?? true else { return false }
            let place = seat.body.flatMap { reference.body($0) }.map { SeatRole.Place($0.kind) } ?? .register
            let acting = reference.role(seat.role)?.acts[place]
            return acting.map(reference.permissions[.seat].contains) ?? false
        }
        guard !isLeft else { return }
        throw RegisterError.refused([
            Reason(
                kind: .rule,
                sentence: "Nobody would be left who can seat people: the last \(registrarTitle) cannot leave.",
                remedies: [.say("Seat another \(registrarTitle) first.")])
        ])
    }
}
