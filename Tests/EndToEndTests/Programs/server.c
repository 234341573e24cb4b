/* The servers that the tests of probes look at. The first argument says which; what it prints comes in
   lines. TERM ends all of them. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static void quit(int number) { (void)number; _exit(0); }

static void fail(const char *what) {
    fprintf(stderr, "server: %s: %s\n", what, strerror(errno));
    exit(99);
}

static int open_port(const char *host, int port, int type) {
    struct sockaddr_in place = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    inet_pton(AF_INET, host, &place.sin_addr);
    int fd = socket(AF_INET, type, 0), on = 1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(fd, (const void *)&place, sizeof place) < 0) fail("bind");
    if (type == SOCK_STREAM && listen(fd, 16) < 0) fail("listen");
    return fd;
}

/* After that many milliseconds; a wait that is cut short by nothing. */
static void pause_for(int milliseconds) { if (milliseconds > 0) poll(NULL, 0, milliseconds); }

/* port PORT [DELAY]: listens DELAY ms after its start, and tells of each connection that it hears of. */
static void serve_port(int port, int delay) {
    pause_for(delay);
    int fd = open_port("127.0.0.1", port, SOCK_STREAM);
    printf("listens %d\n", getpid());
    for (;;) {
        int connection = accept(fd, NULL, NULL);
        puts(connection < 0 ? "accept failed" : "accepted");
        close(connection);
    }
}

/* mute PORT: listens, and never takes a connection. */
static void stay_mute(int port) {
    int fd = open_port("127.0.0.1", port, SOCK_STREAM);
    printf("listens %d %d\n", getpid(), fd);
    for (;;) pause();
}

/* path PATH [DELAY]: the same at a unix socket, where it takes connections in silence. */
static void serve_path(const char *path, int delay) {
    struct sockaddr_un place = {.sun_family = AF_UNIX};
    strncpy(place.sun_path, path, sizeof place.sun_path - 1);
    pause_for(delay);
    unlink(path);
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    if (bind(fd, (const void *)&place, sizeof place) < 0 || listen(fd, 16) < 0) fail("bind");
    printf("listens %d\n", getpid());
    for (;;) close(accept(fd, NULL, NULL));
}

/* http PORT MODE: answers each request by MODE: a status such as 200; `N,M` for N at first and M after the
   third request; `silent` accepts and never answers; `slow` says the status line byte by byte; `long` has
   a body of 300 KB and says so where it could not send it; `garbage` is no HTTP; `end` closes at once. */
static void serve_http(int port, const char *mode) {
    int fd = open_port("127.0.0.1", port, SOCK_STREAM), requests = 0;
    int first = atoi(mode), later = strchr(mode, ',') ? atoi(strchr(mode, ',') + 1) : first;
    signal(SIGPIPE, SIG_IGN);
    printf("listens %d\n", getpid());
    for (;;) {
        char request[2048], answer[256];
        int connection = accept(fd, NULL, NULL);
        if (connection < 0) continue;
        if (!strcmp(mode, "silent")) continue;
        if (!strcmp(mode, "end")) { close(connection); continue; }
        ssize_t size = read(connection, request, sizeof request - 1);
        request[size > 0 ? size : 0] = 0;
        if (requests++ == 0) printf("request %.*s\n", (int)strcspn(request, "\r"), request);
        if (requests == 1 && strstr(request, "\r\nHost: ")) {
            char *host = strstr(request, "\r\nHost: ") + 8;
            printf("host %.*s\n", (int)strcspn(host, "\r"), host);
        }
        int code = requests > 3 ? later : first;
        if (!strcmp(mode, "slow") || !strcmp(mode, "long")) code = 200;
        int length = snprintf(answer, sizeof answer, "HTTP/1.1 %d Answer\r\nConnection: close\r\n\r\nbody\n", code);
        if (!strcmp(mode, "garbage")) length = snprintf(answer, sizeof answer, "220 mail.example ESMTP\r\n");
        if (!strcmp(mode, "slow")) {
            for (int i = 0; i < length; i++) { if (write(connection, answer + i, 1) < 0) break; pause_for(5); }
        } else if (write(connection, answer, (size_t)length) < 0) puts("cut off");
        if (!strcmp(mode, "long")) {
            static char body[300000];
            for (int i = 0; i < 3; i++) {
                pause_for(20);
                if (write(connection, body, sizeof body / 3) < 0) puts("cut off");
            }
            puts("said all");
        }
        close(connection);
    }
}

/* dns ADDRESS NAME=ADDRESS...: answers queries for these names, nothing for the others: NXDOMAIN. */
static void serve_names(const char *host, char **names) {
    int fd = open_port(host, 53, SOCK_DGRAM);
    printf("listens %d\n", getpid());
    for (;;) {
        uint8_t message[512];
        char name[256];
        struct sockaddr_in sender;
        socklen_t sender_size = sizeof sender;
        ssize_t size = recvfrom(fd, message, sizeof message - 28, 0, (void *)&sender, &sender_size);
        if (size < 17) continue;
        size_t next = 12, length = 0;
        while (next < (size_t)size && message[next]) {
            for (int left = message[next++]; left > 0; left--) name[length++] = (char)message[next++];
            name[length++] = '.';
        }
        name[length ? length - 1 : 0] = 0;
        int type = message[next + 2];
        printf("query %s %s\n", name, type == 1 ? "A" : "AAAA");
        message[2] = 0x81;
        message[3] = 0x83;
        for (char **entry = names; *entry; entry++) {
            size_t size_of_name = strcspn(*entry, "=");
            if (strncmp(*entry, name, size_of_name) || name[size_of_name]) continue;
            message[3] = 0x80;
            if (type != 1) continue;
            /* A pointer to the question's name, type A, class IN, a minute, four bytes. */
            static const uint8_t record[12] = {0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4};
            memcpy(message + size, record, sizeof record);
            inet_pton(AF_INET, *entry + size_of_name + 1, message + size + sizeof record);
            size += 16;
            message[7] = 1;
        }
        sendto(fd, message, (size_t)size, 0, (void *)&sender, sender_size);
    }
}

/* hang, flood, daemon: commands of probes. `hang` never ends; `flood` writes 10 MB, then succeeds; `daemon`
   leaves a process with its streams behind, and succeeds. */
static void check(const char *verb) {
    if (!strcmp(verb, "hang")) {
        puts("hanging");
        signal(SIGTERM, SIG_IGN);
        for (;;) pause();
    }
    if (!strcmp(verb, "daemon")) {
        if (fork() == 0) { setsid(); for (;;) pause(); }
        exit(0);
    }
    static char line[10000];
    memset(line, 'x', sizeof line);
    for (int i = 0; i < 1000; i++)
        if (fwrite(line, 1, sizeof line, stdout) != sizeof line) exit(1);
    exit(0);
}

int main(int count, char **arguments) {
    setvbuf(stdout, NULL, _IOLBF, 0);
    signal(SIGTERM, quit);
    const char *verb = count > 1 ? arguments[1] : "";
    int number = count > 3 ? atoi(arguments[3]) : 0;
    if (!strcmp(verb, "port") && count > 2) serve_port(atoi(arguments[2]), number);
    if (!strcmp(verb, "mute") && count > 2) stay_mute(atoi(arguments[2]));
    if (!strcmp(verb, "path") && count > 2) serve_path(arguments[2], number);
    if (!strcmp(verb, "http") && count > 3) serve_http(atoi(arguments[2]), arguments[3]);
    if (!strcmp(verb, "dns") && count > 3) serve_names(arguments[2], arguments + 3);
    if (!strcmp(verb, "hang") || !strcmp(verb, "flood") || !strcmp(verb, "daemon")) check(verb);
    fprintf(stderr, "server: unknown verb '%s'\n", verb);
    return 98;
}
