/// What an operator orders of an instance, by hand.
public enum Verb: UInt8, Equatable, Sendable {
    /// Up from now on: at once, past order, barriers and pauses.
    case start
    /// Down from now on.
    case stop
    /// One run, without a restart; one that runs already is the last (svc -o).
    case once
    /// A new run in place of the present one, if there is one.
    case restart
    /// Its reload signal to its main process.
    case reload
    /// STOP to its group; its time-outs and checks stand still.
    case pause
    /// CONT to its group.
    case resume
    /// A signal to its group, whatever becomes of that (svc -h, -a, -i, -t, -k).
    case hangUp, alarm, interrupt, terminate, kill
    /// Nobody supervises it once it is down (svc -x).
    case leave
}
