import Basics
import Testing

@testable import swinit

/// What counts as a JSON object.
@Suite struct JSONObjectTests {
    @Test(arguments: [
        "{}", " { } ", "{\"a\":1}", "{\"a\":[],\"b\":{\"c\":[1,-2.5e+3,0,true,false,null]}}",
        "{\"\\u00fF\\n\\\"\":\"é\"}", "{\"a\":[[[{}],{}]]}\t", "{\"a\":0.5,\"a\":1E9}",
    ])
    func `objects`(text: String) {
        #expect(JSONObject.isWhole(Text(Array(text.utf8))))
    }

    @Test(arguments: [
        "", "{", "}", "[]", "1", "{}}", "{}{}", "{a:1}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}",
        "{\"a\":[1,]}", "{\"a\":01}", "{\"a\":1.}", "{\"a\":.5}", "{\"a\":+1}", "{\"a\":nul}",
        "{\"a\":\"\\x\"}", "{\"a\":\"\\u12g4\"}", "{\"a\":\"\t\"}", "{\"a\":[}", "{\"a\":{]}",
        "{\"a\":1]", "{,}", "{\"a\":1 \"b\":2}", "{\"a\":1e}", "{\"a\":--1}",
        "{\"a\":1}\0", "{\"a\":1}\0{}", "{\"a\":\0}",
    ])
    func `what is none`(text: String) {
        #expect(!JSONObject.isWhole(Text(Array(text.utf8))))
    }

    @Test func `depth is bounded, and bytes that are no text are refused`() {
        let deep = String(repeating: "[", count: 63) + String(repeating: "]", count: 63)
        #expect(JSONObject.isWhole(Text(Array("{\"a\":\(deep)}".utf8))))
        #expect(!JSONObject.isWhole(Text(Array("{\"a\":[[\(deep)]]}".utf8))))
        #expect(!JSONObject.isWhole(Text(Array("{\"a\":\"".utf8) + [0xFF] + Array("\"}".utf8))))
        for end in 0..<12 {
            #expect(!JSONObject.isWhole(Text(Array(Array("{\"a\":[1,{}]}".utf8)[0..<end]))))
        }
    }
}
