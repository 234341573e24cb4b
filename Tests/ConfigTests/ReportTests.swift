import Basics
import Config
import Foundation
import Testing

/// What a person or a tool is shown.
struct ReportTests {
    @Test func `an unknown option is shown with its line, a mark and a suggestion`() {
        let outcome = load(
            """
            job {
              name web
              cmd gunicorn app
              restrat on-failure
            }
            """)
        #expect(
            outcome.report == """
                /etc/jobs.conf:4:3: error: unknown option 'restrat' in job "web"
                    4 |   restrat on-failure
                      |   ^~~~~~~ did you mean 'restart'?
                1 error

                """)
        #expect(outcome.configuration == nil)
    }
}
