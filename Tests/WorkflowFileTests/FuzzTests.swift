import Foundation
import StrictYAML
import Synchronization
import Testing
import Workflow
import WorkflowProof

@testable import WorkflowFile

/// Random and mutated input. `LAP_FUZZ=200000` asks for that many inputs instead of a few; the seed is fixed, so that a
/// failure comes back.
struct FuzzTests {
    /// SplitMix64.
    struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    /// A second in a release build; unoptimised code on a busy machine takes many times as long.
    #if DEBUG
        static let patience = Duration.seconds(20)
    #else
        static let patience = Duration.seconds(1)
    #endif

    static let count = ProcessInfo.processInfo.environment["LAP_FUZZ"].flatMap { Int($0) } ?? 600

    private static let pieces = [
        "&a ", "*a", "!!int ", "<<: ", "? ", "- ", ": ", "[", "]", "{", "}", "'", "\"", "|\n", ">-\n", "#", "\t",
        "\u{0}",
        "\u{202E}", "\u{FEFF}", "---\n", "...\n", "%YAML 1.1\n", "\r", "é", "\u{1F600}", "999999999999999999999", "no",
        "start", "stay", "not ", "(((((", "in [", "implies ", "from ", "  ", "\n", "{a: &x {b: *x}}",
    ]

    private func mutated(_ text: [UInt8], _ numbers: inout Numbers) -> [UInt8] {
        var bytes = text
        for _ in 0..<Int.random(in: 1...4, using: &numbers) {
            let position = Int.random(in: 0...bytes.count, using: &numbers)
            let length = Int.random(in: 1...40, using: &numbers)
            let end = min(bytes.count, position + length)
            switch Int.random(in: 0..<6, using: &numbers) {
            case 0: bytes.removeSubrange(position..<end)
            case 1: bytes.insert(contentsOf: bytes[position..<end], at: position)
            case 2: bytes.insert(UInt8.random(in: 0...255, using: &numbers), at: position)
            case 3: if position < bytes.count { bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &numbers) }
            case 4:
                let line = bytes[position...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
                let next = bytes[line...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
                bytes.insert(contentsOf: bytes[line..<next], at: line)
            default:
                if let piece = Self.pieces.randomElement(using: &numbers) {
                    bytes.insert(contentsOf: piece.utf8, at: position)
                }
            }
        }
        return bytes
    }

    /// Reads and, when it can be read, verifies.
    private func read(_ text: String) {
        let clock = ContinuousClock()
        let start = clock.now
        if case .failure(let problems) = WorkflowFile.check(text, name: "fuzz", host: Shipped.host) {
            #expect(!problems.problems.isEmpty)
            #expect(problems.problems.allSatisfy { $0.line >= 1 && $0.column >= 1 })
        }
        let spent = clock.now - start
        #expect(spent < Self.patience, "\(text.utf8.count) bytes took \(spent)")
        Self.slowest.withLock { $0 = max($0, spent) }
    }

    private static let slowest = Mutex(Duration.zero)

    /// The most memory that the process has held, in MiB; 0 where Linux does not tell.
    private static var peak: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.split(separator: " ").compactMap { Int($0) }.first.map { $0 / 1024 } ?? 0
    }

    @Test func survivesMutatedFiles() throws {
        var numbers = Numbers(state: 7)
        let texts = try [
            "meeting", "action", "plan-action", "breach", "request", "matter", "commitment", "question", "gap", "risk",
        ].map {
            Array(try Shipped.text($0).utf8)
        }
        let sample = Array(StructuralMistakeTests.sound.utf8)
        for round in 0..<Self.count {
            let text = round % 8 == 0 ? texts[round / 8 % 3] : sample
            read(String(decoding: mutated(text, &numbers), as: UTF8.self))
        }
    }

    @Test func survivesRandomBytes() {
        var numbers = Numbers(state: 11)
        for _ in 0..<Self.count {
            let length = Int.random(in: 0...300, using: &numbers)
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &numbers) }
            read(String(decoding: bytes, as: UTF8.self))
            let pieces = (0..<(length / 10)).compactMap { _ in Self.pieces.randomElement(using: &numbers) }
            read(pieces.joined())
        }
    }

    @Test func survivesMutatedExpressions() throws {
        var numbers = Numbers(state: 13)
        let definition = try Shipped.definition("issue")
        let parser = ExpressionParser(environment: definition.environment)
        let texts = definition.events.flatMap(\.rules).map { Array($0.condition.text.utf8) }
        for round in 0..<(Self.count * 4) {
            let text = String(decoding: mutated(texts[round % texts.count], &numbers), as: UTF8.self)
            if case .failure(let problem) = parser.condition(text) {
                #expect((0...text.utf8.count).contains(problem.offset))
            }
        }
        if Self.count > 600 {
            print("slowest so far: \(Self.slowest.withLock { $0 }), peak: \(Self.peak) MiB")
            #expect(Self.peak < 200)
        }
    }

    @Test(arguments: ["[", "{a: ", "- ", "? ", "a:\n ", "&a [*a, ", "'", "\"", "|", "# "])
    func survivesLongRuns(piece: String) {
        read(String(repeating: piece, count: 200_000 / piece.utf8.count))
    }

    private static let head = "workflow: w\ntitle: W\nroles: {a: A}\nfields: {f: {title: F, type: flag}}\n"

    @Test(arguments: [500, 999, 4000, 10_000])
    func survivesManyStatesAndEvents(count: Int) {
        let states = (0..<count).map { "  s\($0): {title: S}\n" }.joined()
        // Against the order of the file, so that whatever spreads along the arrows takes every round there is.
        let events = (1..<min(count, 3000)).map { "  e\($0): {title: E, from: s\($0), to: s\($0 - 1), by: [a]}\n" }
            .joined()
        let begin = "  b: {title: B, from: start, to: s\(min(count, 3000) - 1), by: [a]}\n"
        let text = Self.head + "states:\n" + states + "events:\n" + events + begin
        read(text)
        guard case .failure(let problems) = WorkflowFile.read(text, name: "many", host: Shipped.host) else {
            #expect(count <= 1000)
            return
        }
        #expect(count > 1000)
        #expect(problems.problems.first?.sentence == "A workflow has at most 1000 states." || text.utf8.count > 262_144)
    }

    /// Values, keys and expressions as long as a file may be.
    @Test(arguments: [
        "title: ", "? ", "summary: |\n  ", "calendar: '", "x: \"", "&a ", "!", "rules: [{otherwise: a, require: ",
    ])
    func survivesHugeScalars(before: String) {
        read(Self.head + before + String(repeating: "a", count: 250_000))
        read(Self.head + before + String(repeating: "a ", count: 125_000))
        read(Self.head + before + String(repeating: "é", count: 125_000))
    }

    @Test(arguments: [
        "a: &a [*a]", "a: &a {b: *a}", "&a *a", "&a [&b [*a, *b]]", "a: &x b\nc: *x", "{*a : &a b}", "&a a: *a",
    ])
    func survivesCyclicAliases(text: String) {
        read(text)
        read(Self.head + text)
        guard case .failure(let problems) = YAMLDocument.read(text, name: "x") else {
            Issue.record("it was read")
            return
        }
        #expect(!problems.problems.isEmpty)
    }

    /// Wherever a key stands, a second one like it is told, with its place.
    @Test(arguments: ["action", "meeting", "plan-action"])
    func findsAKeyThatStandsTwiceWhereverItIs(name: String) throws {
        let lines = try Shipped.text(name).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for (number, line) in lines.enumerated() where number % (Self.count > 600 ? 1 : 7) == 0 {
            let indent = line.prefix { $0 == " " }.count
            guard let colon = line.firstIndex(of: ":"), line.dropFirst(indent).first?.isLetter == true else { continue }
            let key = line[line.index(line.startIndex, offsetBy: indent)..<colon]
            guard key.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) else { continue }
            var copy = lines
            copy.insert("\(line.prefix(indent))\(key): x", at: number)
            guard
                case .failure(let problems) = WorkflowFile.read(
                    copy.joined(separator: "\n"), name: "twice", host: Shipped.host)
            else {
                Issue.record("\(key) twice in line \(number + 1) was read")
                continue
            }
            let told = problems.problems.contains {
                $0.sentence == "The key “\(key)” stands here twice." && $0.line == number + 1 && $0.column == indent + 1
            }
            #expect(told, "\(key) in line \(number + 1): \(problems.problems.map(\.sentence))")
        }
    }

    /// All of them at once.
    @Test func tellsEveryKeyThatStandsTwice() {
        let text = "a: {b: 1, c: 2, b: 3, 'c': 4}\nd:\n  e: 1\n  e: 2\n  e: 3\na: 5\n"
        guard case .failure(let problems) = YAMLDocument.read(text, name: "x") else {
            Issue.record("it was read")
            return
        }
        #expect(
            problems.problems.map { "\($0.line):\($0.column) \($0.sentence.split(separator: " ")[2])" } == [
                "1:1 “a”", "1:5 “b”", "1:11 “c”", "3:3 “e”", "4:3 “e”",
            ])
    }
}
