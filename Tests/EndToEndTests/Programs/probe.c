/* The jobs of the end-to-end tests. The first argument says which; what it prints comes in lines. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;
static volatile sig_atomic_t terminated;

static void on_terminate(int number) { (void)number; terminated = 1; }

static void catch_signal(int number, void (*handler)(int)) {
    struct sigaction action = {.sa_handler = handler};
    sigaction(number, &action, NULL);
}

static void wait_for_signal(void) {
    sigset_t blocked, none;
    sigemptyset(&none);
    sigfillset(&blocked);
    sigprocmask(SIG_BLOCK, &blocked, NULL);
    while (!terminated) sigsuspend(&none);
}

/* obey [CODE]: prints `ready`, at TERM prints `got TERM` and exits with CODE. */
static int obey(int code) {
    catch_signal(SIGTERM, on_terminate);
    printf("ready %d\n", getpid());
    wait_for_signal();
    puts("got TERM");
    return code;
}

/* stubborn: ignores what asks it to end. */
static _Noreturn void stubborn(void) {
    static const int numbers[] = {SIGTERM, SIGINT, SIGQUIT, SIGHUP, SIGUSR1};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) catch_signal(numbers[i], SIG_IGN);
    printf("ready %d\n", getpid());
    for (;;) pause();
}

static void on_continue(int number) {
    (void)number;
    if (write(1, "resumed\n", 8) < 0) _exit(99);
}

/* pausable: can be stopped, and says `resumed` when it is continued. */
static _Noreturn void pausable(void) {
    catch_signal(SIGCONT, on_continue);
    printf("ready %d\n", getpid());
    for (;;) pause();
}

static int report_pipe[2];
static void on_any(int number) {
    unsigned char byte = (unsigned char)number;
    if (write(report_pipe[1], &byte, 1) < 0) _exit(99);
}

/* signals [LAST]: prints `signal N` for whatever comes; TERM, and LAST, also ends it. */
static int report_signals(int last) {
    if (pipe(report_pipe) < 0) return 99;
    for (int number = 1; number <= 64; number++)
        if (number != SIGCHLD && number != SIGPIPE) catch_signal(number, on_any);
    printf("ready %d\n", getpid());
    for (;;) {
        unsigned char byte;
        if (read(report_pipe[0], &byte, 1) != 1) continue;
        printf("signal %d\n", byte);
        if (byte == SIGTERM || byte == last) return 0;
    }
}

/* Makes `count` processes whose parent ends at once; each runs `body`. */
static void make_orphans(int count, void (*body)(void)) {
    for (int i = 0; i < count; i++) {
        pid_t child = fork();
        if (child < 0) { usleep(1000); i--; continue; }
        if (child == 0) {
            pid_t grandchild = fork();
            if (grandchild == 0) body();
            _exit(grandchild < 0);
        }
        int status;
        if (waitpid(child, &status, 0) == child && status != 0) i--;
    }
}

static void end_now(void) { _exit(0); }
static void live_on(void) { for (;;) pause(); }

/* fill: takes every process that the limits allow, and each that becomes free. */
static _Noreturn void fill(void) {
    for (;;) {
        pid_t child = fork();
        if (child == 0) live_on();
        if (child < 0) usleep(1000);
    }
}

/* escape: a child in a session of its own says `escaped PID`, at TERM `escaped got TERM`. */
static int escape(int is_stubborn) {
    int ready[2];
    if (pipe(ready) < 0) return 99;
    if (fork() == 0) {
        setsid();
        catch_signal(SIGTERM, is_stubborn ? SIG_IGN : on_terminate);
        printf("escaped %d\n", getpid());
        if (write(ready[1], "", 1) < 0) _exit(99);
        wait_for_signal();
        puts("escaped got TERM");
        _exit(0);
    }
    char byte;
    if (read(ready[0], &byte, 1) != 1) return 99;
    return obey(0);
}

/* group: a child in the same process group says `member got TERM`. */
static int group(int is_stubborn) {
    int ready[2];
    if (pipe(ready) < 0) return 99;
    if (fork() == 0) {
        catch_signal(SIGTERM, is_stubborn ? SIG_IGN : on_terminate);
        printf("member %d\n", getpid());
        if (write(ready[1], "", 1) < 0) _exit(99);
        wait_for_signal();
        puts("member got TERM");
        _exit(0);
    }
    char byte;
    if (read(ready[0], &byte, 1) != 1) return 99;
    return obey(0);
}

static void show_signals(void) {
    FILE *file = fopen("/proc/self/status", "r");
    char line[256];
    while (file && fgets(line, sizeof line, file))
        if (!strncmp(line, "Sig", 3) || !strncmp(line, "Groups", 6)) printf("%s", line);
    if (file) fclose(file);
    char target[512], path[64];
    for (int fd = 0; fd < 64; fd++) {
        snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
        ssize_t length = readlink(path, target, sizeof target - 1);
        if (length < 0) continue;
        target[length] = 0;
        printf("fd %d %s\n", fd, target);
    }
}

/* show: prints what this process was started with. */
static int show(int count, char **arguments) {
    char directory[512], name[32] = "";
    if (getcwd(directory, sizeof directory)) printf("directory %s\n", directory);
    for (int i = 0; i < count; i++) printf("argument %d %s\n", i, arguments[i]);
    for (char **word = environ; *word; word++) printf("environment %s\n", *word);
    mode_t mask = umask(0);
    prctl(PR_GET_NAME, name);
    printf("user %d group %d\numask %04o\nnice %d\nname %s\n", getuid(), getgid(), mask,
           getpriority(PRIO_PROCESS, 0), name);
    printf("leader %d session %d\n", getpid() == getpgrp(), getpid() == getsid(0));
    for (int resource = 0; resource < RLIM_NLIMITS; resource++) {
        struct rlimit limit;
        getrlimit(resource, &limit);
        printf("limit %d %lld %lld\n", resource, (long long)limit.rlim_cur, (long long)limit.rlim_max);
    }
    int score = 0;
    FILE *file = fopen("/proc/self/oom_score_adj", "r");
    if (file && fscanf(file, "%d", &score) == 1) printf("oom %d\n", score);
    if (file) fclose(file);
    cpu_set_t set;
    sched_getaffinity(0, sizeof set, &set);
    printf("cpus");
    for (int cpu = 0; cpu < CPU_SETSIZE; cpu++) if (CPU_ISSET(cpu, &set)) printf(" %d", cpu);
    printf("\n");
    show_signals();
    puts("shown");
    return 0;
}

/* attempts FILE N: fails with status 1 until it has run N times, as counted in FILE; then obeys. */
static int attempts(const char *path, int wanted) {
    int fd = open(path, O_CREAT | O_RDWR | O_APPEND, 0644);
    struct stat facts;
    if (fd < 0 || write(fd, "x", 1) < 0 || fstat(fd, &facts) < 0) return 99;
    printf("attempt %lld\n", (long long)facts.st_size);
    return facts.st_size >= wanted ? obey(0) : 1;
}

int main(int count, char **arguments) {
    /* Whole lines, so that those of many jobs do not mix. */
    setvbuf(stdout, NULL, _IOLBF, 0);
    const char *verb = count > 1 ? arguments[1] : "";
    int number = count > 2 ? atoi(arguments[2]) : 0;
    if (!strcmp(verb, "obey")) return obey(number);
    if (!strcmp(verb, "stubborn")) stubborn();
    if (!strcmp(verb, "signals")) return report_signals(number);
    if (!strcmp(verb, "exit")) return number;
    if (!strcmp(verb, "die")) { kill(getpid(), number); for (;;) pause(); }
    if (!strcmp(verb, "show")) return show(count, arguments);
    if (!strcmp(verb, "escape")) return escape(count > 2);
    if (!strcmp(verb, "group")) return group(count > 2);
    if (!strcmp(verb, "orphans")) {
        make_orphans(number, end_now);
        puts("orphaned");
        return obey(0);
    }
    if (!strcmp(verb, "pausable")) pausable();
    if (!strcmp(verb, "fill")) fill();
    if (!strcmp(verb, "crowd")) {
        make_orphans(number, live_on);
        puts("crowded");
        return obey(0);
    }
    if (!strcmp(verb, "attempts") && count > 3) return attempts(arguments[2], atoi(arguments[3]));
    fprintf(stderr, "probe: unknown verb '%s'\n", verb);
    return 98;
}
