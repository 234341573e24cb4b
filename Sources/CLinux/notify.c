/* Messages of sd_notify(3): datagrams, mostly at abstract addresses (unix(7)), which need no file. */
#include "clinux.h"
#include <stddef.h>
#include <sys/socket.h>
#include <sys/un.h>

void arc4random_buf(void *p, size_t n);

static int fail_closing(int fd) {
    int error = errno;
    close(fd);
    errno = error;
    return -1;
}

int swinit_notify_open(void) {
    struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "\0swinit-"};
    char *digits = address.sun_path + 8;
    arc4random_buf(digits, 16);
    for (int i = 0; i < 16; i++) digits[i] = "0123456789abcdef"[digits[i] & 15];
    int on = 1, fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0) return -1;
    if (setsockopt(fd, SOL_SOCKET, SO_PASSCRED, &on, sizeof on) < 0
        || bind(fd, (const void *)&address, (socklen_t)(digits + 16 - (char *)&address)) < 0) return fail_closing(fd);
    return fd;
}

int swinit_notify_name(int fd, char *out) {
    struct sockaddr_un address;
    socklen_t size = sizeof address;
    if (getsockname(fd, (void *)&address, &size) < 0) return -1;
    size_t start = offsetof(struct sockaddr_un, sun_path);
    if (address.sun_family != AF_UNIX || size <= start + 1 || size > sizeof address || address.sun_path[0]) {
        errno = EINVAL;
        return -1;
    }
    memcpy(out, address.sun_path, size - start);
    out[0] = '@';
    out[size - start] = 0;
    return 0;
}

int64_t swinit_notify_receive(int fd, void *bytes, size_t size, struct swinit_sender *sender) {
    /* Credentials come first and there is no room for more: descriptors that are sent along are closed by
       the kernel, which is the answer that sd_notify_barrier(3) waits for. */
    union { struct cmsghdr header; char room[CMSG_SPACE(sizeof(struct ucred))]; } control;
    struct iovec part = {bytes, size};
    struct msghdr message = {
        .msg_iov = &part, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof control};
    ssize_t count = recvmsg(fd, &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    if (count < 0) return -1;
    *sender = (struct swinit_sender){.user = ~0u, .is_cut = !!(message.msg_flags & MSG_TRUNC)};
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    if (header && header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_CREDENTIALS
        && header->cmsg_len >= CMSG_LEN(sizeof(struct ucred))) {
        struct ucred found;
        memcpy(&found, CMSG_DATA(header), sizeof found);
        sender->pid = found.pid;
        sender->user = found.uid;
    }
    return count;
}

int swinit_notify_send(const char *place, const void *bytes, size_t count) {
    int fd = -1;
    if (swinit_connect_local(&fd, place) < 0 || swinit_send(fd, bytes, count) < 0)
        return fd < 0 ? -1 : fail_closing(fd);
    close(fd);
    return 0;
}
