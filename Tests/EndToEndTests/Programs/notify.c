/* A job that says of itself what sd_notify(3) and s6 let it say. What it prints comes in lines. */
#define _GNU_SOURCE
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

/* Sends `text`, in which `|` ends a line, to `address` as sd_notify(3) does; a descriptor may go along. */
static int notify(const char *address, const char *text, int passed) {
    struct sockaddr_un place = {.sun_family = AF_UNIX};
    char bytes[8192];
    size_t length = address ? strlen(address) : 0;
    if (length < 2 || length >= sizeof place.sun_path || strlen(text) >= sizeof bytes) return -1;
    memcpy(place.sun_path, address, length);
    if (*address == '@') place.sun_path[0] = 0;
    strcpy(bytes, text);
    for (char *next = bytes; *next; next++) if (*next == '|') *next = '\n';
    struct iovec part = {bytes, strlen(bytes)};
    struct msghdr message = {.msg_name = &place, .msg_iov = &part, .msg_iovlen = 1,
                             .msg_namelen = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length)};
    union { struct cmsghdr header; char room[CMSG_SPACE(sizeof passed)]; } control = {0};
    if (passed >= 0) {
        control.header = (struct cmsghdr){CMSG_LEN(sizeof passed), SOL_SOCKET, SCM_RIGHTS};
        memcpy(CMSG_DATA(&control.header), &passed, sizeof passed);
        message.msg_control = &control;
        message.msg_controllen = sizeof control;
    }
    int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    int answer = fd < 0 || sendmsg(fd, &message, 0) < 0 ? -1 : 0;
    if (fd >= 0) close(fd);
    return answer;
}

/* Waits until whoever got BARRIER=1 has closed the descriptor that came with it. */
static int pass_barrier(const char *address) {
    int ends[2];
    if (pipe(ends) < 0 || notify(address, "BARRIER=1", ends[1]) < 0) return -1;
    close(ends[1]);
    struct pollfd end = {.fd = ends[0]};
    return poll(&end, 1, 20000) == 1 && end.revents & POLLHUP ? 0 : -1;
}

/* Sends `text` from this process, or from a child: `child` stays, `gone` does not, `escaped` is in a session
   of its own, `user` is nobody, `dropped` is this process once it is nobody. */
static int notify_as(const char *who, const char *text) {
    const char *address = getenv("NOTIFY_SOCKET");
    if (!strcmp(who, "self")) return notify(address, text, -1);
    if (!strcmp(who, "barrier")) return pass_barrier(address);
    if (!strcmp(who, "dropped")) return setresuid(65534, 65534, 65534) < 0 ? -1 : notify(address, text, -1);
    int done[2];
    if (pipe(done) < 0) return -1;
    pid_t child = fork();
    if (child == 0) {
        if (!strcmp(who, "escaped") && setsid() < 0) _exit(1);
        if (!strcmp(who, "user") && setresuid(65534, 65534, 65534) < 0) _exit(1);
        if (notify(address, text, -1) < 0) _exit(1);
        if (!strcmp(who, "gone")) _exit(0);
        if (write(done[1], "", 1) == 1) for (;;) pause();
        _exit(1);
    }
    close(done[1]);
    char byte;
    int status = 0, answer = child < 0 ? -1 : 0;
    if (!strcmp(who, "gone")) { if (waitpid(child, &status, 0) < 0 || status) answer = -1; }
    else if (read(done[0], &byte, 1) != 1) answer = -1;
    close(done[0]);
    return answer;
}

/* as WHO:TEXT...: prints `socket ADDRESS` and `began PID`; each USR1 sends the next TEXT and is answered
   by `sent`. TERM ends it. */
static int notify_on_signal(int count, char **arguments) {
    sigset_t awaited;
    sigemptyset(&awaited);
    sigaddset(&awaited, SIGUSR1);
    sigaddset(&awaited, SIGTERM);
    sigprocmask(SIG_BLOCK, &awaited, NULL);
    const char *address = getenv("NOTIFY_SOCKET");
    printf("socket %s\nbegan %d\n", address ? address : "none", getpid());
    for (int next = 0;;) {
        int number = sigwaitinfo(&awaited, NULL);
        if (number == SIGTERM) return 0;
        if (number != SIGUSR1 || next >= count) continue;
        char *text = strchr(arguments[next], ':');
        if (!text) return 98;
        *text++ = 0;
        int answer = notify_as(arguments[next++], text);
        printf("%s\n", answer == 0 ? "sent" : "not sent");
    }
}

/* flood TEXT: sends it for ever, to NOTIFY_SOCKET. */
static _Noreturn void flood(const char *text) {
    for (;;) notify(getenv("NOTIFY_SOCKET"), text, -1);
}

/* tell FD: prints `began PID`; USR1 writes a newline to the descriptor and closes it, TERM ends. */
static int tell(int fd) {
    sigset_t awaited;
    sigemptyset(&awaited);
    sigaddset(&awaited, SIGUSR1);
    sigaddset(&awaited, SIGTERM);
    sigprocmask(SIG_BLOCK, &awaited, NULL);
    printf("began %d\n", getpid());
    for (;;) {
        int number = sigwaitinfo(&awaited, NULL);
        if (number == SIGTERM) return 0;
        if (number != SIGUSR1) continue;
        printf("%s\n", write(fd, "\n", 1) == 1 ? "told" : "not told");
        close(fd);
    }
}

int main(int count, char **arguments) {
    setvbuf(stdout, NULL, _IOLBF, 0);
    const char *verb = count > 1 ? arguments[1] : "";
    if (!strcmp(verb, "as")) return notify_on_signal(count - 2, arguments + 2);
    if (!strcmp(verb, "send") && count > 3) return notify(arguments[2], arguments[3], -1) < 0;
    if (!strcmp(verb, "flood") && count > 2) flood(arguments[2]);
    if (!strcmp(verb, "tell") && count > 2) return tell(atoi(arguments[2]));
    fprintf(stderr, "notify: unknown verb '%s'\n", verb);
    return 98;
}
