#include "clinux.h"
#include <sys/syscall.h>

/* Everything here runs between fork and exec: system calls and the stack only. Identity calls go to the
   kernel directly, since a C library's would try to reach threads that do not exist. */

struct kernel_action { void (*handler)(int); unsigned long flags; void (*restorer)(void); uint64_t mask; };

static _Noreturn void fail(struct swinit_child *child, int step, int index) {
    int error = errno;
    child->failed_step = step;
    child->failed_error = error;
    child->failed_index = index;
    if (child->status >= 0) {
        struct swinit_failure failure = {step, error, index};
        while (write(child->status, &failure, sizeof failure) < 0 && errno == EINTR) {}
    }
    _exit(step != SWINIT_STEP_EXECUTE ? 125 : error == ENOENT || error == ENOTDIR ? 127 : 126);
}

static void set_dispositions(uint64_t set, void (*handler)(int)) {
    struct kernel_action action = {.handler = handler};
    for (int number = 1; set; number++, set >>= 1)
        if (set & 1) syscall(SYS_rt_sigaction, number, &action, NULL, 8);
}

static void write_number(char *out, int32_t number) {
    char digits[11];
    int count = 0;
    do { digits[count++] = (char)('0' + number % 10); number /= 10; } while (number > 0);
    while (count > 0) *out++ = digits[--count];
    *out = 0;
}

static void join_group(struct swinit_child *child) {
    if (child->leads_session) {
        if (setsid() < 0) fail(child, SWINIT_STEP_GROUP, 0);
        /* The terminal that swinit gave up becomes the new session's. */
        if (child->takes_terminal && ioctl(0, TIOCSCTTY, 0) < 0) child->terminal_error = errno;
        return;
    }
    if (child->stays_in_group) return;
    /* No terminal, or not ours: no job control, and no harm (as tini). A swinit that was started in the
       background leaves the terminal to whoever has it. TTOU is blocked here. It is swinit's group that is
       asked for: our own may be a new one by now, since the parent sets it as well. */
    int32_t foreground = -1;
    int takes = child->takes_terminal && ioctl(0, TIOCGPGRP, &foreground) == 0
        && foreground == getpgid(getppid());
    if (setpgid(0, 0) < 0) fail(child, SWINIT_STEP_GROUP, 0);
    if (takes && swinit_set_foreground(0, getpid()) == 0) child->took_terminal = 1;
}

static uint64_t limit_value(uint64_t wanted, uint64_t hard_now, int resource, int may_raise) {
    if (wanted != (SWINIT_LIMIT_MOST)) return wanted;
    return may_raise && resource != RLIMIT_NOFILE ? UINT64_MAX : hard_now;
}

/* Limits that hold from now on; that of open files, the `last`, when nothing is to be opened any more: all that
   swinit has open is open here too. Its hard limit is raised with the others, while that may be permitted. */
static void set_limits(struct swinit_child *child, int last) {
    uint64_t soft, hard;
    if (last && child->file_limit_soft && swinit_limit_get(RLIMIT_NOFILE, &soft, &hard) == 0)
        swinit_limit_set(RLIMIT_NOFILE, child->file_limit_soft, hard);
    for (int i = 0; i < child->limit_count; i++) {
        const struct swinit_limit *limit = &child->limits[i];
        if (swinit_limit_get(limit->resource, &soft, &hard) < 0) fail(child, SWINIT_STEP_LIMIT, i);
        if (last != (limit->resource == RLIMIT_NOFILE)) {
            uint64_t most = limit_value(limit->hard, hard, limit->resource, 1);
            if (!last && most > hard) swinit_limit_set(limit->resource, most, most);
            continue;
        }
        int wants_most = limit->soft == (SWINIT_LIMIT_MOST) || limit->hard == (SWINIT_LIMIT_MOST);
        if (wants_most && swinit_limit_set(limit->resource, limit_value(limit->soft, hard, limit->resource, 1),
                                           limit_value(limit->hard, hard, limit->resource, 1)) == 0) continue;
        if (swinit_limit_set(limit->resource, limit_value(limit->soft, hard, limit->resource, 0),
                             limit_value(limit->hard, hard, limit->resource, 0)) < 0)
            fail(child, SWINIT_STEP_LIMIT, i);
    }
}

static void set_oom_score(struct swinit_child *child) {
    char text[12], *out = text;
    int32_t score = child->oom_score;
    if (score < 0) { *out++ = '-'; score = -score; }
    write_number(out, score);
    int fd = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (fd < 0 || write(fd, text, strlen(text)) < 0) fail(child, SWINIT_STEP_OOM_SCORE, 0);
    close(fd);
}

static void set_identity(struct swinit_child *child) {
    if (child->has_groups && syscall(SYS_setgroups, (long)child->group_count, child->groups) < 0)
        fail(child, SWINIT_STEP_GROUPS, 0);
    if (!child->has_user) return;
    if (syscall(SYS_setresgid, child->group, child->group, child->group) < 0) fail(child, SWINIT_STEP_GROUP_ID, 0);
    if (syscall(SYS_setresuid, child->user, child->user, child->user) < 0) fail(child, SWINIT_STEP_USER_ID, 0);
}

struct capability_header { uint32_t version; int32_t pid; };
struct capability_sets { uint32_t effective, permitted, inheritable; };

/* The bounding set holds what a program can get by being run as root, so that less of it is less for root.
   Before the change of user, which gives CAP_SETPCAP up. */
static void limit_capabilities(struct swinit_child *child) {
    if (!child->has_capabilities) return;
    uint64_t kept = child->keeps_capabilities ? child->capabilities : ~child->capabilities;
    for (int number = 0; number < 64; number++) {
        int is_held = prctl(PR_CAPBSET_READ, (long)number, 0L, 0L, 0L);
        if (is_held < 0) break; /* the kernel has no more of them */
        if (is_held && !(kept >> number & 1) && prctl(PR_CAPBSET_DROP, (long)number, 0L, 0L, 0L) < 0)
            fail(child, SWINIT_STEP_CAPABILITIES, 0);
    }
    if (child->keeps_capabilities && prctl(PR_SET_KEEPCAPS, 1L, 0L, 0L, 0L) < 0)
        fail(child, SWINIT_STEP_CAPABILITIES, 0);
}

/* After it: root has what is kept by being root, any other user by the ambient set (capabilities(7)). */
static void set_capabilities(struct swinit_child *child) {
    if (!child->has_capabilities) return;
    struct capability_header header = {0x20080522 /* _LINUX_CAPABILITY_VERSION_3 */, 0};
    struct capability_sets sets[2];
    if (syscall(SYS_capget, &header, sets) < 0) fail(child, SWINIT_STEP_CAPABILITIES, 0);
    int is_root = geteuid() == 0;
    for (int half = 0; half < 2; half++) {
        uint32_t listed = (uint32_t)(child->capabilities >> (32 * half));
        uint32_t held = sets[half].permitted;
        /* All of them are all that there are; one by one each must be there. */
        uint32_t kept = !child->keeps_capabilities ? held & ~listed
            : child->capabilities == UINT64_MAX ? held : listed;
        if (kept & ~held) { errno = EPERM; fail(child, SWINIT_STEP_CAPABILITIES, 0); }
        sets[half].effective = sets[half].permitted = kept;
        sets[half].inheritable = is_root ? sets[half].inheritable & kept : kept;
    }
    if (syscall(SYS_capset, &header, sets) < 0) fail(child, SWINIT_STEP_CAPABILITIES, 0);
    for (int number = 0; number < 64 && !is_root; number++)
        if (sets[number / 32].permitted >> (number % 32) & 1
            && prctl(PR_CAP_AMBIENT, (long)PR_CAP_AMBIENT_RAISE, (long)number, 0L, 0L) < 0)
            fail(child, SWINIT_STEP_CAPABILITIES, 0);
}

static void open_stream(struct swinit_child *child, int target, int kind, const char *path, int descriptor, int flags,
                        int step) {
    if (kind == SWINIT_STREAM_INHERIT) return;
    if (kind == SWINIT_STREAM_JOINED || kind == SWINIT_STREAM_DESCRIPTOR) {
        if (dup2(kind == SWINIT_STREAM_JOINED ? 1 : descriptor, target) < 0) fail(child, step, 0);
        return;
    }
    int fd = open(kind == SWINIT_STREAM_NULL ? "/dev/null" : path, flags | O_CLOEXEC | O_NOCTTY, 0644);
    if (fd < 0) fail(child, step, 0);
    if (fd == target) {
        if (swinit_set_close_on_exec(fd, 0) < 0) fail(child, step, 0);
        return;
    }
    if (dup2(fd, target) < 0) fail(child, step, 0);
    close(fd);
}

/* execve(2), and /bin/sh for a script without #!, as execvp(3) does. */
static void execute_file(struct swinit_child *child, const char *file) {
    execve(file, (char *const *)child->arguments, (char *const *)child->environment);
    if (errno != ENOEXEC) return;
    size_t count = 0;
    while (child->arguments[count]) count++;
    if (count > 4096) { errno = E2BIG; return; }
    const char *words[count + 2];
    words[0] = "/bin/sh";
    words[1] = file;
    for (size_t i = 1; i <= count; i++) words[i + 1] = child->arguments[i];
    execve("/bin/sh", (char *const *)words, (char *const *)child->environment);
}

static void execute(struct swinit_child *child) {
    const char *program = child->arguments[0];
    if (!program || !*program) { errno = ENOENT; return; }
    if (strchr(program, '/')) { execute_file(child, program); return; }
    char file[4096];
    size_t length = strlen(program);
    int was_refused = 0;
    for (const char *part = child->path; part; ) {
        const char *end = strchrnul(part, ':');
        size_t size = (size_t)(end - part);
        if (size + length + 2 <= sizeof file) {
            memcpy(file, part, size);
            if (size) file[size++] = '/';
            memcpy(file + size, program, length + 1);
            execute_file(child, file);
            if (errno == EACCES) was_refused = 1;
            else if (errno != ENOENT && errno != ENOTDIR) return;
        }
        part = *end ? end + 1 : NULL;
    }
    errno = was_refused ? EACCES : ENOENT;
}

/* Where the child tells that it is ready gets the number that the job wants. What had it until now is
   swinit's own, close on exec, and of no use here but for the status pipe and what is listened on. */
static void give_ready(struct swinit_child *child) {
    if (child->ready_number <= 0) return;
    errno = EBUSY;
    if (child->ready_number < 3 + child->shown_count) fail(child, SWINIT_STEP_READY, 0);
    if (child->status == child->ready_number) {
        int moved = fcntl(child->status, F_DUPFD_CLOEXEC, 3);
        if (moved < 0) fail(child, SWINIT_STEP_READY, 0);
        child->status = moved;
    }
    int answer = child->ready_descriptor == child->ready_number
        ? swinit_set_close_on_exec(child->ready_number, 0) : dup2(child->ready_descriptor, child->ready_number);
    if (answer < 0) fail(child, SWINIT_STEP_READY, 0);
}

static _Noreturn void run(struct swinit_child *child) {
    join_group(child);
    set_dispositions(child->defaults, SIG_DFL);
    set_dispositions(child->ignores, SIG_IGN);
    if (child->parent_death_signal) prctl(PR_SET_PDEATHSIG, (long)child->parent_death_signal);
    if (child->listen_pid) write_number(child->listen_pid, getpid());
    /* From here on a signal that came since the fork takes effect: a step may block for ever. */
    swinit_set_mask(child->mask, NULL);
    for (int fd = 3; fd < 3 + child->hidden_count; fd++) swinit_set_close_on_exec(fd, 1);
    if (child->lost_step) { errno = 0; fail(child, child->lost_step, 0); }
    if (child->directory && chdir(child->directory) < 0) fail(child, SWINIT_STEP_DIRECTORY, 0);
    if (child->has_umask) umask(child->umask);
    if (child->has_nice && setpriority(PRIO_PROCESS, 0, child->nice) < 0) fail(child, SWINIT_STEP_NICENESS, 0);
    if (child->has_oom_score) set_oom_score(child);
    if (child->cpu_words && syscall(SYS_sched_setaffinity, 0, (long)child->cpu_words * 8, child->cpus) < 0)
        fail(child, SWINIT_STEP_AFFINITY, 0);
    set_limits(child, 0);
    limit_capabilities(child);
    set_identity(child);
    set_capabilities(child);
    const int appending = O_WRONLY | O_CREAT | O_APPEND;
    open_stream(child, 0, child->input_kind, child->input, child->input_descriptor, O_RDONLY, SWINIT_STEP_INPUT);
    open_stream(child, 1, child->output_kind, child->output, child->output_descriptor, appending, SWINIT_STEP_OUTPUT);
    open_stream(child, 2, child->errors_kind, child->errors, child->errors_descriptor, appending, SWINIT_STEP_ERRORS);
    give_ready(child);
    set_limits(child, 1);
    if (child->refuses_privileges && prctl(PR_SET_NO_NEW_PRIVS, 1L, 0L, 0L, 0L) < 0)
        fail(child, SWINIT_STEP_PRIVILEGES, 0);
    execute(child);
    fail(child, SWINIT_STEP_EXECUTE, 0);
}

int32_t swinit_spawn(struct swinit_child *child, volatile int32_t *slot, int shares) {
    /* A raw clone for fork: no handlers of the C library, no stop for its locks; there are no threads. */
    int32_t pid = shares ? vfork() : (int32_t)syscall(SYS_clone, (long)SIGCHLD, 0L, 0L, 0L, 0L);
    if (pid == 0) run(child);
    if (pid > 0) {
        if (slot) *slot = pid;
        /* Without a session the group is set by both: whoever comes first, no signal misses it. */
        if (!child->leads_session && !child->stays_in_group && !shares) setpgid(pid, pid);
    }
    return pid;
}
