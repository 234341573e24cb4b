import Basics
import Testing

@testable import Linux

@Suite struct AccountTests {
    let passwd: Text = """
        root:x:0:0:root:/root:/bin/sh
        broken line
        www:x:33:33::/var/www:/usr/sbin/nologin
        7:x:500:500::/home/seven:/bin/sh
        """
    let groups: Text = """
        root:x:0:
        www:x:33:
        adm:x:4:root,www
        big:x:99999999999:www
        ssl:x:5:www
        """

    @Test func `finds a user by name and by number`() {
        #expect(Account.find("www", in: passwd)?.user == 33)
        #expect(Account.find("33", in: passwd)?.home == "/var/www")
        #expect(Account.find("nobody", in: passwd) == nil)
    }

    @Test func `a number without an entry is a user of group 0, as Docker has it`() {
        #expect(
            Account.find("12345", in: passwd)
                == Account(name: "12345", user: 12345, group: 0, home: "/"))
    }

    @Test func `a number past 32 bits is no user`() {
        #expect(Account.find("4294967296", in: passwd) == nil)
    }

    @Test func `the supplementary groups are those of a login`() {
        let www = Account(name: "www", user: 33, group: 33, home: "/")
        #expect(Array(www.supplementary(in: groups, own: 33)) == [33, 4, 5])
    }

    @Test func `a name is no number`() {
        let passwd: Text = "root:x:0:0::/:/bin/sh\nweb:x:7:8::/:\n7:x:9:10::/:\n"
        #expect(Account.named("web", in: passwd)?.user == 7)
        #expect(Account.named("7", in: passwd)?.user == 9)
        #expect(Account.named("0", in: passwd) == nil)
        #expect(Account.named("12345", in: passwd) == nil)
        #expect(Account.named("", in: passwd) == nil)
    }

    @Test func `finds a group by name and by number`() {
        #expect(Account.group("adm", in: groups) == 4)
        #expect(Account.group("77", in: groups) == 77)
        #expect(Account.group("big", in: groups) == nil)
        #expect(Account.group("none", in: groups) == nil)
    }
}
