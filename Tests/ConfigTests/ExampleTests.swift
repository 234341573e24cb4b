import Basics
import Config
import Testing

/// Configurations that users have or are taught.
struct ExampleTests {
    @Test func `pmtr's manual`() {
        let outcome = load(
            """
              job {
                name rest_server
                cmd /usr/bin/python rest.py
              }

              # set working directory, keep errors
              job {
                name ws-server
                dir /home/maps
                cmd /usr/bin/node maps.js
                err /tmp/maps.err
              }

              # raise ulimits
              job {
                name thermostat
                dir /home/thermo
                cmd /usr/bin/python therm.py
                ulimit {
                  -n infinity
                  -l infinity
                }
                user nobody
              }
              job {
                    name create-ramdisk
                    cmd /bin/mkdir -p /dev/shm/ws/data
                    wait
                    once
              }
            """)
        #expect(outcome.codes == [])
        let jobs = outcome.configuration?.jobs ?? []
        #expect(
            jobs.map(\.name) == ["rest_server", "ws-server", "thermostat", "create-ramdisk"])
        #expect(jobs.last?.launch.command == ["/bin/mkdir", "-p", "/dev/shm/ws/data"])
        #expect(jobs.last?.restart.onFailure == .shutdownWhileStarting)
        #expect(jobs.first?.restart == RestartPolicy())
        #expect(jobs.dropFirst().first?.launch.errors == .file("/tmp/maps.err"))
        #expect(jobs.dropFirst(2).first?.launch.limits.map(\.soft) == [.most, .most])
    }

    @Test func `pmtr's shell command keeps its dollars and backticks`() {
        let outcome = load(
            """
            job {
              name ws
              env DIR=/home/ws
              cmd /bin/bash -c "/bin/python ws.py -d $DIR/`date +%s`"
            }
            """)
        #expect(outcome.codes == ["shell-without-exec"])
        #expect(
            outcome.configuration?.jobs.first?.launch.command.last
                == "/bin/python ws.py -d $DIR/`date +%s`")
    }

    @Test func `pmtr's example of all that it has`() {
        let outcome = load(
            """
            job {
              name trends
              dir /home/trends
              cmd /usr/bin/python trends.py
              bounce every 1d
              err trends.err
              ulimit -n infinity
              depends {
                trends.conf
                db.conf
              }
              user pyuser
              env DEBUG=1
            }
            report to udp://127.0.0.1:9999
            listen on udp://0.0.0.0:10000
            """)
        #expect(outcome.codes == [])
        let job = outcome.configuration?.jobs.first
        #expect(job?.bounce == Milliseconds(86_400_000))
        #expect(job?.depends == ["trends.conf", "db.conf"])
        #expect(outcome.configuration?.reports.map(\.port) == [9999])
        #expect(outcome.configuration?.listens.map(\.port) == [10000])
    }

    @Test func `the page that teaches swinit`() {
        let outcome = load(
            """
            job {
              name migrate
              cmd python manage.py migrate
              wait once                  # the jobs below wait for its success
            }
            job {
              name web
              cmd gunicorn app.wsgi
              user www                   # also: dir D, env A="b c", env-file F, instances 4
              ready http http://127.0.0.1:8000/healthz      # or tcp, unix, exec CMD
              restart-delay 100ms..30s   # default: at once, but 10s after a run of less than 10s
            }
            job {
              name nginx
              cmd nginx -g "daemon off;"
              after web                  # starts when web is ready, stops before it
              stop-signal QUIT
              on-failure shutdown        # not a restart
            }
            """)
        #expect(outcome.codes == [])
        let jobs = outcome.configuration?.jobs ?? []
        #expect(jobs.map(\.placement.after) == [[], [], ["web"]])
        #expect(jobs.map(\.readiness?.form) == [nil, .http, nil])
    }
}
