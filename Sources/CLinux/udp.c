/* UDP over IPv4. Addresses are numbers in the host's order here. */
#include "clinux.h"
#include <arpa/inet.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>

static struct sockaddr_in place(uint32_t host, uint16_t port) {
    return (struct sockaddr_in){.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(host)};
}

/* The number and the address of an interface (netdevice(7)); -1 where it is missing or has none. */
static int find_interface(int fd, const char *name, int *index, uint32_t *address) {
    struct ifreq request = {0};
    size_t length = strlen(name);
    if (length >= sizeof request.ifr_name) { errno = ENODEV; return -1; }
    memcpy(request.ifr_name, name, length);
    if (ioctl(fd, SIOCGIFINDEX, &request) < 0) return -1;
    *index = request.ifr_ifindex;
    if (ioctl(fd, SIOCGIFADDR, &request) < 0) return -1;
    struct sockaddr_in found;
    memcpy(&found, &request.ifr_addr, sizeof found);
    *address = ntohl(found.sin_addr.s_addr);
    return 0;
}

static int set_up(int fd, uint32_t host, uint16_t port, const char *interface, int listens, uint32_t *address) {
    int index = 0, on = 1, is_group = host >> 28 == 14;
    *address = 0;
    if (*interface && find_interface(fd, interface, &index, address) < 0) return -1;
    struct ip_mreqn group = {.imr_multiaddr.s_addr = is_group ? htonl(host) : 0, .imr_ifindex = index};
    if (!listens)
        return index ? setsockopt(fd, IPPROTO_IP, IP_MULTICAST_IF, &group, sizeof group) : 0;
    /* Of a group there may be other members on this machine. */
    if (is_group && setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) < 0) return -1;
    struct sockaddr_in own = place(host, port);
    if (bind(fd, (const void *)&own, sizeof own) < 0) return -1;
    return is_group ? setsockopt(fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, &group, sizeof group) : 0;
}

int swinit_udp_open(uint32_t host, uint16_t port, const char *interface, int listens, uint32_t *address) {
    int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd >= 0 && set_up(fd, host, port, interface, listens, address) < 0) {
        int error = errno;
        close(fd);
        errno = error;
        return -1;
    }
    return fd;
}

int swinit_udp_send(int fd, uint32_t host, uint16_t port, const void *bytes, size_t count) {
    struct sockaddr_in receiver = place(host, port);
    return sendto(fd, bytes, count, 0, (const void *)&receiver, sizeof receiver) < 0 ? -1 : 0;
}

int swinit_host_name(char *name, size_t size) {
    if (gethostname(name, size) < 0) return -1;
    name[size - 1] = 0;
    return 0;
}
