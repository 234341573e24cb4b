/* Connections that are tried out. A port is a plain number here. */
#include "clinux.h"
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stddef.h>
#include <sys/socket.h>
#include <sys/un.h>

int swinit_parse_address(const char *text, struct swinit_address *out) {
    out->size = inet_pton(AF_INET, text, out->bytes) == 1 ? 4 : inet_pton(AF_INET6, text, out->bytes) == 1 ? 16 : 0;
    return out->size ? 0 : -1;
}

/* What the server of a connection that is only made and closed hears of it: nothing. Its handshake is ended
   by a reset in place of the acknowledgement that the kernel would send late now (tcp(7), TCP_QUICKACK), so
   that it never comes to accept(2), and no TIME_WAIT stays behind. HAProxy's checks do the same. */
static void hide(int fd) {
    const int off = 0;
    const struct linger at_once = {.l_onoff = 1};
    setsockopt(fd, IPPROTO_TCP, TCP_QUICKACK, &off, sizeof off);
    setsockopt(fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
}

union place { struct sockaddr any; struct sockaddr_in v4; struct sockaddr_in6 v6; };

static socklen_t fill(union place *place, const struct swinit_address *address, uint16_t port) {
    *place = (union place){0};
    if (address->size == 16) {
        place->v6.sin6_family = AF_INET6;
        place->v6.sin6_port = htons(port);
        memcpy(&place->v6.sin6_addr, address->bytes, 16);
        return sizeof place->v6;
    }
    place->v4.sin_family = AF_INET;
    place->v4.sin_port = htons(port);
    memcpy(&place->v4.sin_addr, address->bytes, 4);
    return sizeof place->v4;
}

int swinit_connect(int *fd, const struct swinit_address *address, uint16_t port, int hides) {
    union place place;
    socklen_t size = fill(&place, address, port);
    if (*fd < 0) {
        *fd = socket(place.any.sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        if (*fd < 0) return -1;
        if (hides) hide(*fd);
    }
    /* On this machine the answer has come by the time of the second call. */
    for (int calls = 0; calls < 2; calls++) {
        if (connect(*fd, &place.any, size) == 0 || errno == EISCONN) return 0;
        if (errno != EINPROGRESS && errno != EALREADY && errno != EINTR) return -1;
    }
    errno = EAGAIN;
    return -1;
}

int swinit_connect_local(int *fd, const char *path) {
    static const int types[] = {SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET};
    struct sockaddr_un place = {.sun_family = AF_UNIX};
    size_t length = strlen(path);
    if (length >= sizeof place.sun_path) { errno = ENAMETOOLONG; return -1; }
    memcpy(place.sun_path, path, length + 1);
    socklen_t size = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length + 1);
    /* As others write it, and without the NUL: unix(7), abstract. */
    if (*path == '@') { place.sun_path[0] = 0; size--; }
    int answer = -1;
    for (int i = 0; i < 3; i++) {
        *fd = socket(AF_UNIX, types[i] | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        answer = *fd < 0 ? -1 : connect(*fd, (const void *)&place, size);
        /* Abstract names are apart for each type: another type's is not there. */
        int may_differ = errno == EPROTOTYPE || (*path == '@' && errno == ECONNREFUSED);
        if (answer == 0 || !may_differ || i == 2) break;
        close(*fd);
    }
    return answer;
}

int swinit_connect_datagrams(const struct swinit_address *address, uint16_t port) {
    union place place;
    socklen_t size = fill(&place, address, port);
    int fd = socket(place.any.sa_family, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd >= 0 && connect(fd, &place.any, size) < 0) { close(fd); return -1; }
    return fd;
}
