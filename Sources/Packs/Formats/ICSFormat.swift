import Foundation
import Partnership
import Workflow

/// A calendar (RFC 5545): the meetings that a paper gives notice of. Taken in again, it changes those that are there.
struct ICSFormat: PackFormat {
    func write(_ document: PackDocument, to path: String, in folder: String) throws {
        try Data(Self.calendar(of: document).utf8).write(to: URL(filePath: path))
    }

    /// All that stands in it, whatever property it is of.
    func texts(of path: String) throws -> [WrittenText] {
        let source = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        let read = Self.unfolded(source).replacing(/\\([nN,;\\])/) { $0.1.lowercased() == "n" ? "\n" : String($0.1) }
        return [WrittenText("the calendar", read)]
    }

    private static func calendar(of document: PackDocument) -> String {
        let marks = [document.marking, document.draft].compactMap(\.self) + document.notices.map(\.title)
        return calendar(
            of: document.calendar ?? [], name: document.organisation,
            description: "\(document.heading). \(document.title)", comments: marks, stamp: document.date)
    }

    /// - Parameters:
    ///   - comments: what is to be known of it as a whole.
    ///   - stamp: the day it is made, ISO.
    static func calendar(
        of entries: [CalendarEntry], name: String, description: String, comments: [String], stamp: String
    ) -> String {
        let isCancelled = !entries.isEmpty && entries.allSatisfy { $0.status == .cancelled }
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//lap//lap//EN", "CALSCALE:GREGORIAN",
            // A program that has them takes them out.
            "METHOD:\(isCancelled ? "CANCEL" : "PUBLISH")",
            "X-WR-CALNAME:\(text(name))",
            "X-WR-CALDESC:\(text(description))",
        ]
        lines += comments.map { "COMMENT:\(text($0))" }
        lines += zone + entries.flatMap { event($0, stamp: stamp) } + ["END:VCALENDAR"]
        return lines.map(folded).joined()
    }

    private static func event(_ entry: CalendarEntry, stamp: String) -> [String] {
        func moment(_ time: String) -> String { "\(digits(entry.date))T\(digits(time))00" }
        var lines = [
            "BEGIN:VEVENT", "UID:\(text(entry.id))", "SEQUENCE:\(entry.sequence)", "DTSTAMP:\(digits(stamp))T000000Z",
            "SUMMARY:\(text(entry.title))", "STATUS:\(entry.status.rawValue.uppercased())",
        ]
        if let starts = entry.starts {
            lines.append("DTSTART;TZID=\(zoneName):\(moment(starts))")
            if let ends = entry.ends { lines.append("DTEND;TZID=\(zoneName):\(moment(ends))") }
        } else {
            lines.append("DTSTART;VALUE=DATE:\(digits(entry.date))")
        }
        if let venue = entry.venue { lines.append("LOCATION:\(text(venue))") }
        if !entry.notes.isEmpty { lines.append("DESCRIPTION:\(text(entry.notes.joined(separator: "\n")))") }
        // Whoever cannot be written to calls it all the same, and a standard asks for an address.
        let address = entry.email.map { "mailto:\($0.filter { !$0.isWhitespace })" } ?? "invalid:nomail"
        return lines + ["ORGANIZER;CN=\(parameter(entry.organiser)):\(address)", "TRANSP:OPAQUE", "END:VEVENT"]
    }

    private static let zoneName = "Europe/London"

    /// The time of day there, since summer has ended in October.
    private static let zone = [
        "BEGIN:VTIMEZONE", "TZID:\(zoneName)",
        "BEGIN:DAYLIGHT", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "TZNAME:BST", "DTSTART:19970330T010000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
        "BEGIN:STANDARD", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "TZNAME:GMT", "DTSTART:19971026T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD", "END:VTIMEZONE",
    ]

    private static func digits(_ text: String) -> String { text.filter(\.isNumber) }

    /// Text in which nothing ends or parts a value.
    private static func text(_ text: String) -> String {
        let lines = text.split(whereSeparator: \.isNewline).joined(separator: "\n")
        return String(
            String.UnicodeScalarView(lines.unicodeScalars.filter { $0 == "\n" || $0 == "\t" || !$0.isControl })
        ).replacing(/[\\;,]/) { "\\\($0.0)" }.replacing("\n", with: "\\n")
    }

    /// A parameter's value, which knows no escapes.
    private static func parameter(_ value: String) -> String {
        "\"\(value.oneLine.unicodeScalars.reduce(into: "") { if $1 != "\"" && !$1.isControl { $0.unicodeScalars.append($1) } })\""
    }

    /// A line of at most 75 octets, and what goes on in lines that begin with a space; no character is taken apart.
    private static func folded(_ line: String) -> String {
        var out = ""
        var length = 0
        for character in line.unicodeScalars {
            let size = UTF8.width(character)
            if length + size > 75 {
                out += "\r\n "
                length = 1
            }
            out.unicodeScalars.append(character)
            length += size
        }
        return out + "\r\n"
    }

    /// Its lines as they were before they were folded, with line feeds between.
    static func unfolded(_ source: String) -> String {
        var lines: [String.UnicodeScalarView] = []
        for line in source.unicodeScalars.filter({ $0 != "\r" }).split(
            separator: "\n", omittingEmptySubsequences: false)
        {
            if let first = line.first, first == " " || first == "\t", !lines.isEmpty {
                lines[lines.count - 1].append(contentsOf: line.dropFirst())
            } else {
                lines.append(String.UnicodeScalarView(line))
            }
        }
        return lines.map(String.init).joined(separator: "\n")
    }
}
