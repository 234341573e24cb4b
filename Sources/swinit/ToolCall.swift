import Basics
import Daemontools

/// The call of a program of daemontools: by a link of its name, or as `swinit tool NAME`.
struct ToolCall {
    let tool: Tool
    /// Which word is its name.
    let first: Int

    /// Looks at the C argument vector of `count` words; nil where it asks for something else.
    @inline(never)
    init?(_ count: Int, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) {
        guard count > 0, let own = unsafe words[0] else { return nil }
        if let tool = unsafe Tool(path: own) {
            self.tool = tool
            first = 0
            return
        }
        guard count > 2, let verb = unsafe words[1], unsafe Text(cString: verb).isEqual(to: "tool"),
            let name = unsafe words[2],
            unsafe Personality(name: Text(cString: own)) == .swinit,
            let tool = unsafe Tool(path: name)
        else { return nil }
        self.tool = tool
        first = 2
    }
}
