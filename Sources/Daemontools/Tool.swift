/// The programs of daemontools that this binary also is, by the name that it is called by.
public enum Tool {}
