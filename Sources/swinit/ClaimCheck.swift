import Basics
import Config
import Linux

/// Looks whether what a configuration claims is so on this machine.
struct ClaimCheck {
    /// So many different claims are remembered: most jobs say the same of users and programs.
    private static let memory = 64

    private let passwd = Account.readPasswd()
    private let groups = Account.readGroups()
    private let environment = InheritedEnvironment()
    /// Claims that were looked at, by ``key(of:)``.
    private var seen: [Text] = []
    /// Whether each of ``seen`` holds.
    private var answers: [UInt8] = []

    /// Whether `claim` holds.
    @inline(never)
    mutating func holds(_ claim: Claim) -> Bool {
        let key: Text = "\(Int(claim.kind.rawValue))\(claim.search)\n\(claim.text)"
        for index in seen.indices where seen[index] == key { return answers[index] != 0 }
        let answer = look(claim)
        if seen.count < Self.memory {
            seen.append(key)
            answers.append(answer ? 1 : 0)
        }
        return answer
    }

    private func look(_ claim: Claim) -> Bool {
        switch claim.kind {
        case .user: return Account.find(claim.text, in: passwd) != nil
        case .group: return Account.group(claim.text, in: groups) != nil
        case .file: return Files.exists(claim.text)
        case .folder: return FileFacts(of: claim.text, follows: true).kind == .folder
        case .variable: return environment[claim.text] != nil
        case .program: break
        }
        if claim.text.firstIndex(of: 47) != nil { return Files.isExecutable(claim.text) }
        let path =
            claim.search.isEmpty ? environment["PATH"] ?? "\(Spawn.defaultPath)" : claim.search
        for folder in path.split(at: 58) where !folder.isEmpty {
            if Files.isExecutable("\(folder)/\(claim.text)") { return true }
        }
        return false
    }
}
