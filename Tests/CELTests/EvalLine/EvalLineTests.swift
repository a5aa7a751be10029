import CEL
import Diagnostics
import Foundation
import Testing

struct EvalLineTests {
    @Test(arguments: [
        (#"{"expr":"1 + 1"}"#, #"{"type":"int","value":2}"#),
        (
            #"{"expr":"x","bindings":{"x":{"type":"int","value":9007199254740992}}}"#,
            #"{"type":"int","value":9007199254740992}"#
        ),
        (
            #"{"expr":"x","bindings":{"x":{"type":"int","value":9007199254740993}}}"#,
            #"{"type":"int","value":"9007199254740993"}"#
        ),
        (
            #"{"expr":"x","bindings":{"x":{"type":"int","value":"-9223372036854775808"}}}"#,
            #"{"type":"int","value":"-9223372036854775808"}"#
        ),
        (#"{"expr":"x","bindings":{"x":{"unknown":true}}}"#, #"{"unknown":true}"#),
        (#"{"expr":"x + 'a'","bindings":{"x":{"type":"string","unknown":true}}}"#, #"{"unknown":true}"#),
        (#"{"expr":"a.b + 1","bindings":{"a.b":{"type":"int","value":2}}}"#, #"{"type":"int","value":3}"#),
        (
            #"{"expr":"d","bindings":{"d":{"type":"date","value":"2018-06-27"}}}"#,
            #"{"type":"date","value":"2018-06-27"}"#
        ),
        (
            #"{"expr":"d","bindings":{"d":{"type":"duration","value":"1.500s"}}}"#,
            #"{"type":"duration","value":"1.500s"}"#
        ),
        (
            #"{"expr":"l == [[1], []]","bindings":{"l":{"type":"list","value":[{"type":"list","value":[{"type":"int","value":1}]},{"type":"list","value":[]}]}}}"#,
            #"{"type":"bool","value":true}"#
        ),
        (#"{"expr":"'\u0000\"\\\\\u2028\u007f'"}"#, #"{"type":"string","value":"\u0000\"\\\u2028\u007f"}"#),
        (#"{"expr":"[]"}"#, #"{"type":"list","value":[]}"#),
        (#"{"expr":"1 +"}"#, #"{"error":"1:4: the expression ends too early"}"#),
        (#"{"expr":"1 / 0"}"#, #"{"error":"division by zero"}"#),
        (#"{"expr":"1.5"}"#, #"{"error":"1:1: double numbers are left out of the CEL profile"}"#),
        (
            #"{"expr":"x","bindings":{"x":{"type":"double","value":1.5}}}"#,
            #"{"error":"values of type 'double' are left out of the CEL profile"}"#
        ),
        (
            #"{"expr":"x","bindings":{"x":{"type":"list","value":[{"type":"int","value":1},{"type":"bool","value":true}]}}}"#,
            #"{"error":"the elements of a list must have one type (dyn is left out)"}"#
        ),
        (
            #"{"expr":"xs.all(x, x > 0)","bindings":{"xs":{"type":"list","value":[{"type":"int","value":1}]}}}"#,
            #"{"error":"1:1: comprehensions over columns are left out of the CEL profile"}"#
        ),
    ])
    func answers(line: String, answer: String) {
        #expect(EvalLine().answer(line) == answer)
    }

    @Test(arguments: [
        "", "{", "[]", "1", "null", "{}", #"{"expr":1}"#, #"{"expr":"1","bindings":[]}"#,
        #"{"expr":"1","bindings":{"x":1}}"#,
        #"{"expr":"\ud800"}"#, #"{"expr":"1"} {"expr":"2"}"#, "\u{0}", #"{'expr':'1'}"#,
    ])
    func linesThatAreNone(line: String) {
        #expect(EvalLine().answer(line) == #"{"error":"this line is no JSON {\"expr\": …, \"bindings\": {…}}"}"#)
    }

    @Test(arguments: [
        #"{"type":"int"}"#, #"{"type":"int","value":"x"}"#, #"{"type":"int","value":1.5}"#,
        #"{"type":"int","value":true}"#,
        #"{"type":"bool","value":1}"#, #"{"type":"string","value":1}"#, #"{"type":"date","value":"2018-02-30"}"#,
        #"{"value":1}"#, #"{"unknown":false}"#, #"{}"#, #"{"type":"list","value":1}"#, #"{"type":"int","value":null}"#,
        #"{"type":"int","value":99999999999999999999}"#,
    ])
    func bindingsThatAreNone(binding: String) {
        let answer = EvalLine().answer(#"{"expr":"1","bindings":{"x":\#(binding)}}"#)
        #expect(
            answer == #"{"error":"binding 'x' cannot be read: {\"type\": …, \"value\": …} or {\"unknown\": true}"}"#)
    }

    @Test func bytesThatAreNoUTF8() {
        #expect(
            EvalLine().answer(Array("{\"expr\":\"'".utf8) + [0xFF, 0xFE] + Array("'\"}".utf8)).hasPrefix(#"{"error":"#))
        #expect(EvalLine().answer(Array(repeating: UInt8(ascii: "["), count: 100_000)).hasPrefix(#"{"error":"#))
    }

    @Test func speaksIndonesian() {
        #expect(EvalLine(language: .indonesian).answer(#"{"expr":"1 / 0"}"#) == #"{"error":"pembagian dengan nol"}"#)
    }
}
