import Testing

@testable import Ledger

/// One way to write a value, and only values are read.
struct JSONTests {
    @Test(arguments: [
        #"{"a":[1,-2,true,false,null],"b":{"c":"x"},"é":"\"\\\n\t\u0001/"}"#, "[]", "{}", "0", "\"\"",
        #"{"by":"ab","sealed":12}"#,
    ])
    func isWrittenAsItWasRead(text: String) throws {
        #expect(try #require(JSON(text: text)).text == text)
    }

    @Test func otherWaysToWriteTheSameAreRead() {
        #expect(
            JSON(text: " { \"b\" : [ 1 , 2 ] , \"a\" : \"\\u00e9\\ud83d\\ude00\\/\" } ")
                == .object(["a": "é😀/", "b": .array([1, 2])]))
    }

    @Test(arguments: [
        "", "{", "}", "[1,]", "{\"a\"}", "{\"a\":1,}", "nul", "1 2", "1.5", "1e3", "\"", "\"\\x\"", "\"\\ud800\"",
        "{\"a\":1,\"a\":2}",
        "01", "-0", "-", "\"a\tb\"", "\"\\u+041\"", "99999999999999999999",
        String(repeating: "[", count: 40) + String(repeating: "]", count: 40),
    ])
    func whatIsNoValueIsNotRead(text: String) {
        #expect(JSON(text: text) == nil)
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int) { self = .number(value) }
}
