/* race COUNT INIT ARG...: COUNT times starts an init as PID 1 of a fresh namespace, waits until it has a
   child, and at once, or after a few more instructions each time, sends TERM to the init. One that has
   not ended 3 s later has lost the signal; ten of them are enough. Prints `lost N of COUNT`, and each
   status that was seen. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static int has_child(int children) {
    char text[32];
    return pread(children, text, sizeof text, 0) > 0;
}

static int has_ended(pid_t pid) {
    siginfo_t facts = {0};
    return waitid(P_PID, (id_t)pid, &facts, WEXITED | WNOHANG | WNOWAIT) == 0 && facts.si_pid == pid;
}

static int seen[256];

/* One start; 1 if the signal was lost. */
static int run_once(int turn, char **arguments) {
    pid_t pid = (pid_t)syscall(SYS_clone, CLONE_NEWPID | SIGCHLD, 0, 0, 0, 0);
    if (pid == 0) {
        execv(arguments[0], arguments);
        _exit(97);
    }
    if (pid < 0) { perror("clone"); exit(97); }
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/task/%d/children", pid, pid);
    int children = open(path, O_RDONLY | O_CLOEXEC);
    double begin = now();
    while (!has_child(children) && !has_ended(pid) && now() - begin < 3) {}
    for (volatile int i = 0; i < turn % 50 * 200; i++) {}
    kill(pid, SIGTERM);
    int status, lost = 0;
    begin = now();
    while (waitpid(pid, &status, WNOHANG) == 0) {
        if (now() - begin > 3) {
            lost = 1;
            kill(pid, SIGKILL);
            waitpid(pid, &status, 0);
            break;
        }
        usleep(100);
    }
    close(children);
    seen[(WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status)) & 255]++;
    return lost;
}

int main(int count, char **arguments) {
    if (count < 3) return 98;
    int turns = atoi(arguments[1]), lost = 0;
    for (int turn = 0; turn < turns && lost < 10; turn++) lost += run_once(turn, arguments + 2);
    printf("lost %d of %d\n", lost, turns);
    for (int status = 0; status < 256; status++)
        if (seen[status]) printf("status %d: %d\n", status, seen[status]);
    return lost > 0;
}
