import Partnership
import Testing

@testable import Packs

/// How papers read to those who are outside the trade.
@Suite struct ReadingTests {
    private func reading(_ texts: String...) -> PackReading {
        PackReading(
            texts.enumerated().map {
                TypedText(reference: "N-\($0.offset + 1)", field: "summary", text: $0.element)
            }, Acronyms(["EHCP": "education, health and care plan"]))
    }

    @Test func longWordsInLongSentencesAreHardAndTheHardestComesFirst() throws {
        let plain = reading("We will call you on Monday and say what we have done.")
        #expect(try #require(plain.age) < 11 && plain.hardest.isEmpty)
        let hard = reading(
            "We will call you on Monday and say what we have done.",
            "Multidisciplinary considerations necessitate the reconfiguration of organisational responsibilities.",
            "The representatives of the organisations considered the alternative arrangements for transportation.")
        #expect(try #require(hard.age) > 14)
        #expect(hard.hardest.map(\.reference) == ["N-2", "N-3"] && hard.hardest[0].age > hard.hardest[1].age)
        #expect(hard.hardest[0].place == "summary")
    }

    @Test func tooLittleTextHasNoReadingAge() {
        #expect(reading("Short.", "A title").age == nil)
    }

    @Test func shortFormsThatNobodyExplainsAreListed() {
        #expect(
            reading("The EHCP and two EHCPs went to the CETR, the LAP, IP-3.6, Part II and the ABCs.").unexplained
                == ["ABC", "CETR"])
    }
}
