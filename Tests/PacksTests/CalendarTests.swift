import Foundation
import Partnership
import Testing

@testable import Packs

/// The calendar of a notice, read by the rules of its standard (RFC 5545).
@Suite struct CalendarTests {
    /// A property: its name, its parameters and its value, as they were before they were escaped.
    private struct Property {
        let name: String
        let parameters: [String: String]
        let value: String

        init(_ line: String) throws {
            // A colon within quotes ends no name.
            var isQuoted = false
            let colon = try #require(
                line.indices.first { place in
                    if line[place] == "\"" { isQuoted.toggle() }
                    return line[place] == ":" && !isQuoted
                }, "\(line)")
            let parts = line[..<colon].split(separator: ";").map(String.init)
            name = parts[0]
            parameters = Dictionary(
                uniqueKeysWithValues: parts.dropFirst().map { part in
                    let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
                    return (pair[0], pair[1].filter { $0 != "\"" })
                })
            var read = ""
            var isEscaped = false
            for character in line[line.index(after: colon)...] {
                if isEscaped {
                    read.append(character == "n" || character == "N" ? "\n" : character)
                    isEscaped = false
                } else if character == "\\" {
                    isEscaped = true
                } else {
                    read.append(character)
                }
            }
            value = read
        }
    }

    private func bytes(_ papers: MeetingPapers, _ stage: PackStage = .issued) async throws -> Data {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lap-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let written = try await PackWriter(data: Samples.data).write(
            .notice(papers), edition: .public, stage: stage, formats: [.calendar], to: folder,
            guarding: Samples.guarding())
        return try Data(contentsOf: URL(filePath: written.files[0].path))
    }

    /// The properties of the calendar itself, and of each of its events.
    private func read(_ papers: MeetingPapers) async throws -> (
        own: [Property], events: [[Property]], zones: [Property]
    ) {
        let text = String(decoding: try await bytes(papers), as: UTF8.self)
        let lines = ICSFormat.unfolded(text).split(separator: "\n").map(String.init)
        #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
        var own: [Property] = []
        var events: [[Property]] = []
        var zones: [Property] = []
        var open: [String] = []
        for property in try lines.map(Property.init) {
            switch property.name {
            case "BEGIN":
                open.append(property.value)
                if property.value == "VEVENT" { events.append([]) }
            case "END": #expect(open.popLast() == property.value)
            default:
                switch open.dropFirst().first {
                case nil: own.append(property)
                case "VEVENT": events[events.count - 1].append(property)
                default: zones.append(property)
                }
            }
        }
        #expect(open.isEmpty)
        return (own, events, zones)
    }

    private func value(_ name: String, _ properties: [Property]) throws -> String {
        let found = properties.filter { $0.name == name }
        #expect(found.count == 1, "\(name)")
        return try #require(found.first?.value, "\(name)")
    }

    @Test func everyMeetingIsAnEventAtTheTimeOfDayThereIs() async throws {
        let (own, events, zones) = try await read(Samples.noticed)
        #expect(try value("VERSION", own) == "2.0" && value("METHOD", own) == "PUBLISH")
        #expect(events.count == 3)
        #expect(try value("DTSTART", events[0]) == "20200114T100000" && value("DTEND", events[0]) == "20200114T123000")
        // In summer too: the time zone tells the rest.
        #expect(try value("DTSTART", events[1]) == "20200609T100000")
        #expect(events[0].first { $0.name == "DTSTART" }?.parameters == ["TZID": "Europe/London"])
        #expect(try value("TZID", zones) == "Europe/London")
        #expect(zones.filter { $0.name == "TZOFFSETTO" }.map(\.value) == ["+0100", "+0000"])
        #expect(events[2].first { $0.name == "DTSTART" }?.parameters == ["VALUE": "DATE"])
        #expect(try value("LOCATION", events[1]) == "A high school, Fleetwood; the hall")
        #expect(try value("DESCRIPTION", events[0]).contains("Last day to bring something: 6 January 2020."))
        #expect(events[0].first { $0.name == "ORGANIZER" }?.parameters["CN"] == "The North DCO office")
        #expect(try value("ORGANIZER", events[0]) == "mailto:access.north@example.org")
    }

    @Test func anEventKeepsItsNameAndCountsItsChangesAndTellsHowItStands() async throws {
        let (_, events, _) = try await read(Samples.noticed)
        #expect(
            try events.map { try value("UID", $0) } == [
                "lap:sample:north-2020-01-14", "lap:sample:north-2020-06-09", "lap:sample:north-2020-07-14",
            ])
        #expect(try events.map { try value("SEQUENCE", $0) } == ["1", "0", "2"])
        #expect(try events.map { try value("STATUS", $0) } == ["CONFIRMED", "TENTATIVE", "CANCELLED"])
        #expect(try value("SUMMARY", events[2]) == "North LAP meeting (cancelled)")
    }

    @Test func aMeetingThatIsCalledOffAloneTakesItselfOut() async throws {
        var papers = Samples.noticed
        papers.isCalledOff = true
        papers.calendar = [papers.calendar[2]]
        let (own, events, _) = try await read(papers)
        #expect(try value("METHOD", own) == "CANCEL" && value("STATUS", events[0]) == "CANCELLED")
        #expect(own.contains { $0.name == "COMMENT" && $0.value == "Cancelled" })
    }

    @Test func noLineIsLongerThan75OctetsAndNoCharacterIsTakenApart() async throws {
        var papers = Samples.noticed
        papers.joining = String(repeating: "Зал; “hall”, back\\slash – بچوں ", count: 12) + "\nand the 二楼 door"
        papers.venue = papers.joining
        papers.calendar[0].venue = papers.venue
        let data = try await bytes(papers)
        let lines = data.split(separator: UInt8(ascii: "\n"))
        #expect(lines.count > 20)
        for line in lines {
            #expect(line.last == UInt8(ascii: "\r") && line.count <= 76)
            #expect(String(validating: line, as: UTF8.self) != nil)
        }
        let (_, events, _) = try await read(papers)
        #expect(try value("LOCATION", events[0]) == papers.venue)
    }

    @Test func aDraftSaysSo() async throws {
        let text = String(decoding: try await bytes(Samples.noticed, .draft), as: UTF8.self)
        #expect(text.contains("COMMENT:Draft. Not issued"))
    }

    @Test func whatTellsOfNoDaysToComeIsNoCalendar() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lap-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        await #expect(throws: PackProblem.self) {
            try await PackWriter(data: Samples.data).write(
                .minutes(Samples.heldMeeting), edition: .public, formats: [.html, .calendar], to: folder,
                guarding: Samples.guarding())
        }
        #expect((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] == [])
    }
}
