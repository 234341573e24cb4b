import Basics
import Config
import Testing

/// The job `main`.
struct MainJobTests {
    private let file = """
        job {
          name main
          cmd app --serve
          user www
          order -5
          wait
          restart always
          out x.log
          success-codes 3
        }
        job {
          name db
          cmd db
          order 2147483647
        }
        """

    @Test func `a command beats the file's, which gives the other options`() throws {
        var configuration = try #require(load(file).configuration)
        configuration.installMain(command: ["bash", "-l"])
        let main = try #require(configuration.jobs.last)
        #expect(configuration.jobs.map(\.name) == ["db", "main"])
        #expect(main.isMain)
        #expect(main.launch.command == ["bash", "-l"])
        #expect(main.launch.user == "www")
        #expect(main.launch.input == .inherit)
        #expect(main.launch.output == .inherit)
        #expect(main.launch.errors == .inherit)
        #expect(main.placement.order == .max)
        #expect(main.placement.barrier == .none)
        #expect(main.restart.onSuccess == .stop)
        #expect(main.restart.onFailure == .stop)
        #expect(main.restart.successCodes == [3])
    }

    @Test func `without a command the file's runs`() throws {
        var configuration = try #require(load(file).configuration)
        configuration.installMain(command: nil)
        #expect(configuration.jobs.last?.launch.command == ["app", "--serve"])
        #expect(configuration.jobs.last?.isMain == true)
    }

    @Test func `main may lack a command, and is gone where nothing gives one`() throws {
        let bare = try #require(load("job {\nname main\nuser www\n}\n").configuration)
        #expect(bare.jobs.count == 1)
        for command in [nil, []] as [[Text]?] {
            var installed = bare
            installed.installMain(command: command)
            #expect(installed.jobs.isEmpty)
        }
        var ordinary = bare
        ordinary.dropEmptyMain()
        #expect(ordinary.jobs.isEmpty)
        var given = bare
        given.installMain(command: ["sh"])
        #expect(given.jobs.first?.launch.user == "www")
    }

    @Test func `a command needs no main in the file`() {
        var configuration = Configuration()
        configuration.installMain(command: ["sh"])
        #expect(configuration.jobs.map(\.name) == ["main"])
        #expect(configuration.jobs.first?.isMain == true)
    }

    @Test func `in the form without a command main is an ordinary job`() throws {
        var configuration = try #require(load(file).configuration)
        configuration.dropEmptyMain()
        #expect(configuration == load(file).configuration)
        #expect(configuration.jobs.first?.isMain == false)
    }
}
