import Partnership
import Testing
import Workflow

@testable import Packs

@Suite struct WordsTests {
    @Test func datesAreWrittenDayMonthYear() {
        #expect(Samples.day("2020-09-02").words == "2 September 2020")
        #expect(Samples.day("2020-09-02").shortWords == "2 Sep 2020")
        #expect(Samples.day("2020-09-02").wordsWithWeekday == "Wednesday 2 September 2020")
    }

    @Test func timesAreWrittenWithAmAndPm() throws {
        let nine = try #require(ClockTime("9:00"))
        #expect(ClockTime.words(from: nine, to: ClockTime("16:00")) == "9am to 4pm")
        #expect(ClockTime("12:00")?.words == "12 noon")
        #expect(ClockTime("00:30")?.words == "12.30am")
        #expect(ClockTime("13:05")?.words == "1.05pm")
        #expect(ClockTime("24:00") == nil)
        #expect(ClockTime("9:5") == nil)
    }

    @Test func acronymsAreSpelledOutWhereTheyFirstAppear() {
        let change = Samples.acronyms.spellingOutFirstUses()
        #expect(
            change("The DCO wrote to the NHS.")
                == "The Designated Clinical Officer (DCO) wrote to the National Health Service (NHS).")
        #expect(change("The DCO and the NHS agreed.") == "The DCO and the NHS agreed.")
        #expect(change("EHCPs are late.") == "Education, health and care plans (EHCPs) are late.")
        #expect(change("One EHCP is not.") == "One EHCP is not.")
    }

    @Test func anAcronymThatTheTextExplainsIsLeftAlone() {
        let change = Samples.acronyms.spellingOutFirstUses()
        #expect(change("A plan (EHCP) was made.") == "A plan (EHCP) was made.")
        #expect(change("The EHCP came late.") == "The EHCP came late.")
    }

    @Test func aLocalityMeetingIsExplainedWithItsNameAtFirst() {
        let change = Samples.acronyms.spellingOutFirstUses()
        #expect(change("Sent by North LAP.") == "Sent by North Local Area Partnership (North LAP).")
        #expect(change("Beyond the LAP.") == "Beyond the LAP.")
        let other = Samples.acronyms.spellingOutFirstUses()
        #expect(other("Beyond the LAP, and two LAPs.") == "Beyond the locality meeting (LAP), and two LAPs.")
        let explained = Samples.acronyms.spellingOutFirstUses()
        #expect(explained("North Local Area Partnership (North LAP)") == "North Local Area Partnership (North LAP)")
        #expect(explained("The LAP met.") == "The LAP met.")
    }

    @Test func wordsThatMerelyContainAnAcronymStay() {
        let change = Samples.acronyms.spellingOutFirstUses()
        #expect(change("SENDER and D-2020-1") == "SENDER and D-2020-1")
    }

    @Test func aPersonsNameIsNotSpelledOut() {
        let change = Samples.acronyms.sparing(["DCO North"]).spellingOutFirstUses()
        #expect(change("DCO North spoke as DCO.") == "DCO North spoke as Designated Clinical Officer (DCO).")
    }

    @Test func lettersHaveNoAcronymsAtAll() {
        let change = Samples.acronyms.spellingOutAll()
        #expect(
            change("The North LAP asked the SEND Partnership Board.")
                == "The North Local Area Partnership asked the Special Educational Needs and Disabilities Partnership Board."
        )
        #expect(change("The LAP met.") == "The local meeting met.")
        #expect(change("National Health Service (NHS) England") == "National Health Service England")
    }

    @Test func localAreaPartnershipNeverStandsAloneForALocalityMeeting() throws {
        for pack in PackFilesTests.packs {
            for edition in Edition.allCases {
                let text = try pack.document(for: edition, acronyms: Samples.acronyms).json()
                for match in text.matches(of: /(\w+) [Ll]ocal [Aa]rea [Pp]artnership/) {
                    #expect(match.1 == "North")
                }
                #expect(
                    text.matches(of: /[Ll]ocal [Aa]rea [Pp]artnership/).count
                        == text.matches(of: /North Local Area Partnership/).count)
            }
        }
    }

    @Test func textIsPartedWhereLinesAreEmpty() {
        #expect("One\ntwo\n\n \nthree ".paragraphs == ["One two", "three"])
        #expect("  \n".paragraphs.isEmpty)
    }
}
