import Basics
import CLinux
import Linux

/// `setuidgid ACCOUNT PROGRAM...`: runs a program as another user, of that user's own group alone;
/// `envuidgid ACCOUNT PROGRAM...` only says in UID and GID who that is.
enum Setuidgid {
    @inline(never)
    static func run(_ words: [Text], as tool: Tool) throws(Stop) {
        guard words.count > 2 else { throw tool.usage("account child") }
        guard let account = Account.named(words[1], in: Account.readPasswd()) else {
            throw tool.fatal("unknown account", words[1], nil)
        }
        var chain = ChainLoad()
        if tool == .envuidgid {
            chain.change("GID=\(account.group)")
            chain.change("UID=\(account.user)")
        } else {
            if swinit_take_group(account.group) < 0 {
                throw tool.fatal("unable to setgid", .last)
            }
            if swinit_take_user(account.user) < 0 { throw tool.fatal("unable to setuid", .last) }
        }
        throw tool.execute(words, from: 2, chain)
    }
}
