import Dispatch
import Foundation
import Synchronization
import Testing

@testable import Ledger

/// Readers and writers of one process.
struct ReaderTests {
    /// As many threads, however many cores there are; ends when all have.
    private static func together(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
        let group = DispatchGroup()
        for number in 0..<count {
            group.enter()
            Thread {
                body(number)
                group.leave()
            }.start()
        }
        group.wait()
    }

    @Test func readersDoNotStandInLine() throws {
        let shelf = try Shelf()
        let inside = (0..<2).map { _ in DispatchSemaphore(value: 0) }
        let met = Noted(0)
        ReaderTests.together(2) { number in
            try? shelf.engine.read { _ in
                inside[number].signal()
                // Each waits for the other to be reading as well.
                if inside[1 - number].wait(timeout: .now() + 20) == .success { met.change { $0 += 1 } }
            }
        }
        #expect(met.value == 2)
    }

    @Test func whoReadsSeesTheStateBeforeAWriteThatIsNotOverYet() throws {
        let shelf = try Shelf()
        try shelf.add("Emma")
        try shelf.write { entry in
            try entry.insert(Shelf.shelf, key: "high", ["High"])
            let shelves = try shelf.engine.read { try $0.rows("SELECT id FROM shelf").count }
            #expect(shelves == 1)
        }
        #expect(try shelf.engine.read { try $0.rows("SELECT id FROM shelf").count } == 2)
    }

    @Test func eightReadersAndAWriterWithoutAnError() throws {
        let shelf = try Shelf()
        let seconds = ProcessInfo.processInfo.environment["LAP_TRIAL_SECONDS"].flatMap(Double.init) ?? 2
        let end = Date() + seconds
        let errors = Noted<[String]>([])
        let counts = Noted([Int](repeating: 0, count: 9))
        ReaderTests.together(9) { number in
            var seen = 0
            while Date() < end {
                do {
                    if number == 0 {
                        try shelf.add("Persuasion")
                    } else {
                        let (books, last) = try shelf.engine.read {
                            (
                                try $0.row("SELECT count(*) AS n FROM book")?.count("n") ?? 0,
                                try $0.row("SELECT count(*) AS n FROM vault")?.count("n") ?? 0
                            )
                        }
                        // One state of the database, and never an earlier one than before.
                        if books != last || books < seen { errors.change { $0.append("\(books) \(last) \(seen)") } }
                        seen = books
                    }
                    counts.change { $0[number] += 1 }
                } catch {
                    errors.change { $0.append("\(error)") }
                }
            }
        }
        #expect(errors.value == [])
        #expect(counts.value.allSatisfy { $0 > 0 }, "\(counts.value)")
    }
}

/// How they wait for one another.
struct PatienceTests {
    @Test func triesAgainSoonAndEndsByTheClock() {
        let start = ContinuousClock.now
        let clock = Noted(start)
        let slept = Noted<[Duration]>([])
        let patience = Patience(seconds: 2, now: { clock.value }) { pause in
            slept.change { $0.append(pause) }
            clock.change { $0 += pause }
        }
        for round in 1...2 {
            var tries = 0
            let begun = clock.value
            while patience.isLeft(afterTries: tries) { tries += 1 }
            let waited = clock.value - begun
            #expect(waited >= .seconds(2) && waited < .seconds(2) + .milliseconds(3), "\(waited)")
            #expect(tries > 600, "the \(round). time")
        }
        #expect(slept.value.allSatisfy { $0 >= .milliseconds(1) && $0 <= .milliseconds(3) })
        #expect(Set(slept.value).count > slept.value.count / 2)
    }
}

/// What threads note down together.
private final class Noted<Value: Sendable>: Sendable {
    private let kept: Mutex<Value>

    init(_ value: Value) { kept = Mutex(value) }

    var value: Value { kept.withLock { $0 } }

    func change(_ body: (inout Value) -> Void) { kept.withLock { value in body(&value) } }
}
