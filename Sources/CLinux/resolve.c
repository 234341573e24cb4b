/* Names of machines: a child of swinit looks them up, in /etc/hosts and by DNS (RFC 1035) as resolv.conf(5)
   says. getaddrinfo(3) would make the release binary a tenth larger, and allocates, which a child that has
   swinit's heap must not. What it gets from the network is read here and nowhere else. */
#include "clinux.h"
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <sys/syscall.h>

enum { LARGEST_FILE = 1 << 20, SERVERS = 3, SUFFIXES = 6, ATTEMPTS = 5, PAUSE = 1000, LONGEST = 512 };
enum { TYPE_A = 1, TYPE_AAAA = 28 };

struct piece { const char *start, *end; };
/* IPv4 first: of a name with both kinds that is what is tried first. */
struct found { struct swinit_address v4[SWINIT_RESOLVED / 2], v6[SWINIT_RESOLVED / 2]; int v4_count, v6_count; };
struct settings { struct swinit_address servers[SERVERS]; struct piece suffixes[SUFFIXES]; int server_count, suffix_count, dots; };
struct query { uint8_t bytes[LONGEST]; size_t length; int is_answered; };

static void add(struct found *found, const uint8_t *bytes, int size) {
    int *count = size == 4 ? &found->v4_count : &found->v6_count;
    if (*count == SWINIT_RESOLVED / 2) return;
    struct swinit_address *next = (size == 4 ? found->v4 : found->v6) + (*count)++;
    next->size = (uint8_t)size;
    memcpy(next->bytes, bytes, (size_t)size);
}

static struct piece map_file(const char *path) {
    struct piece file = {"", ""};
    struct stat status;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0 || fstat(fd, &status) < 0 || !S_ISREG(status.st_mode)) return file;
    size_t size = status.st_size > LARGEST_FILE ? LARGEST_FILE : (size_t)status.st_size;
    const char *start = mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);
    return start == MAP_FAILED ? file : (struct piece){start, start + size};
}

/* The next line without its comment; 0 at the end. */
static int next_line(struct piece *rest, struct piece *line) {
    if (rest->start == rest->end) return 0;
    const char *end = memchr(rest->start, '\n', (size_t)(rest->end - rest->start));
    *line = (struct piece){rest->start, end ? end : rest->end};
    rest->start = end ? end + 1 : rest->end;
    for (const char *next = line->start; next < line->end; next++)
        if (*next == '#' || *next == ';') line->end = next;
    return 1;
}

/* The next word of a line; an empty one behind the last. */
static struct piece next_word(struct piece *line) {
    while (line->start < line->end && (unsigned char)*line->start <= ' ') line->start++;
    struct piece word = {line->start, line->start};
    while (word.end < line->end && (unsigned char)*word.end > ' ') word.end++;
    line->start = word.end;
    return word;
}

static size_t length(struct piece word) { return (size_t)(word.end - word.start); }

static char lower(char byte) { return byte >= 'A' && byte <= 'Z' ? (char)(byte + 32) : byte; }

static int is_equal(struct piece word, const char *text) {
    for (; word.start < word.end; word.start++, text++)
        if (!*text || lower(*word.start) != lower(*text)) return 0;
    return !*text;
}

static int parse(struct piece word, struct swinit_address *out) {
    char text[64];
    if (length(word) >= sizeof text) return -1;
    memcpy(text, word.start, length(word));
    text[length(word)] = 0;
    return swinit_parse_address(text, out);
}

static void look_in_hosts(const char *name, struct found *found) {
    struct piece file = map_file("/etc/hosts"), line;
    while (next_line(&file, &line)) {
        struct swinit_address address;
        if (parse(next_word(&line), &address) < 0) continue;
        for (struct piece word = next_word(&line); length(word); word = next_word(&line))
            if (is_equal(word, name)) { add(found, address.bytes, address.size); break; }
    }
}

static void read_settings(struct settings *settings) {
    struct piece file = map_file("/etc/resolv.conf"), line;
    *settings = (struct settings){.dots = 1};
    while (next_line(&file, &line)) {
        struct piece key = next_word(&line);
        int is_search = is_equal(key, "search") || is_equal(key, "domain");
        if (is_search) settings->suffix_count = 0;
        for (struct piece word = next_word(&line); length(word); word = next_word(&line)) {
            if (is_search && settings->suffix_count < SUFFIXES) settings->suffixes[settings->suffix_count++] = word;
            if (is_equal(key, "nameserver") && settings->server_count < SERVERS
                && parse(word, &settings->servers[settings->server_count]) == 0) settings->server_count++;
            if (is_equal(key, "options") && length(word) == 7 && !memcmp(word.start, "ndots:", 6))
                settings->dots = word.start[6] - '0';
            else if (is_equal(key, "options") && length(word) > 7 && !memcmp(word.start, "ndots:", 6))
                settings->dots = 15;
        }
    }
    if (settings->server_count == 0)
        settings->servers[settings->server_count++] = (struct swinit_address){4, {127, 0, 0, 1}};
}

/* A question for `name` with `suffix` behind it; 0 where no such name can be. */
static int ask(struct query *query, const char *name, struct piece suffix, int type, uint16_t id) {
    uint8_t *out = query->bytes + 12, *count = out++;
    char whole[256];
    size_t size = strlen(name);
    if (size && name[size - 1] == '.') size--;
    if (size + 1 + length(suffix) > 253 || !size) return 0;
    memcpy(whole, name, size);
    if (length(suffix)) {
        whole[size++] = '.';
        memcpy(whole + size, suffix.start, length(suffix));
        size += length(suffix);
    }
    memcpy(query->bytes, (const uint8_t[12]){(uint8_t)(id >> 8), (uint8_t)id, 1, 0, 0, 1}, 12);
    for (size_t i = 0; i <= size; i++) {
        if (i < size && whole[i] != '.') { *out++ = (uint8_t)whole[i]; continue; }
        long label = out - count - 1;
        if (label > 63 || (label == 0 && i < size)) return 0;
        *count = (uint8_t)label;
        count = out++;
    }
    *count = 0;
    memcpy(out, (const uint8_t[4]){0, (uint8_t)type, 0, 1}, 4);
    query->length = (size_t)(out + 4 - query->bytes);
    query->is_answered = 0;
    return 1;
}

static const uint8_t *skip_name(const uint8_t *next, const uint8_t *end) {
    while (next < end && *next) {
        if (*next >= 0xc0) return next + 2;
        next += *next + 1;
    }
    return next + 1;
}

/* Takes in an answer to `query`; one that cannot be read or tells of the server's trouble is none. */
static void take(struct query *query, const uint8_t *answer, size_t size, struct found *found) {
    if (size < query->length || memcmp(answer, query->bytes, 2) || !(answer[2] & 0x80)
        || memcmp(answer + 12, query->bytes + 12, query->length - 12)) return;
    int code = answer[3] & 15;
    if (code != 0 && code != 3) return;
    query->is_answered = 1;
    const uint8_t *next = answer + query->length, *end = answer + size;
    for (int count = answer[6] << 8 | answer[7]; count > 0; count--) {
        next = skip_name(next, end);
        if (end - next < 10) return;
        int type = next[0] << 8 | next[1], data = next[8] << 8 | next[9];
        next += 10;
        if (end - next < data) return;
        if ((type == TYPE_A && data == 4) || (type == TYPE_AAAA && data == 16)) add(found, next, data);
        next += data;
    }
}

static int is_found(const struct found *found) { return found->v4_count + found->v6_count > 0; }

/* Asks all servers for both kinds at once, again after each second. */
static void converse(struct query queries[2], struct pollfd *sockets, int count, struct found *found) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        for (int i = 0; i < 2 * count; i++)
            if (!queries[i & 1].is_answered)
                swinit_send(sockets[i / 2].fd, queries[i & 1].bytes, queries[i & 1].length);
        int64_t end = swinit_nanoseconds(CLOCK_MONOTONIC) / 1000000 + PAUSE;
        for (;;) {
            if (queries[0].is_answered && queries[1].is_answered) return;
            int64_t left = end - swinit_nanoseconds(CLOCK_MONOTONIC) / 1000000;
            if (left <= 0 || poll(sockets, (nfds_t)count, (int)left) <= 0) break;
            for (int i = 0; i < count; i++) {
                uint8_t answer[LONGEST];
                ssize_t size = sockets[i].revents ? read(sockets[i].fd, answer, sizeof answer) : -1;
                for (int kind = 0; kind < 2 && size >= 12; kind++)
                    if (!queries[kind].is_answered) take(&queries[kind], answer, (size_t)size, found);
            }
        }
        /* One kind is enough where the other has no answer. */
        if (is_found(found)) return;
    }
}

static void look_in_network(const char *name, const struct settings *settings, struct found *found) {
    struct pollfd sockets[SERVERS];
    int count = 0, dots = 0;
    for (int i = 0; i < settings->server_count; i++) {
        int fd = swinit_connect_datagrams(&settings->servers[i], 53);
        if (fd >= 0) sockets[count++] = (struct pollfd){.fd = fd, .events = POLLIN};
    }
    for (const char *next = name; *next; next++) dots += *next == '.';
    const size_t size = strlen(name);
    const int is_whole = size && name[size - 1] == '.', is_first = is_whole || dots >= settings->dots;
    const int last = is_whole ? 0 : settings->suffix_count;
    for (int i = 0; i <= last && !is_found(found); i++) {
        /* As it is written, first or last; else with each suffix in turn. */
        int place = is_first ? i - 1 : i < last ? i : -1;
        uint16_t id;
        if (getrandom(&id, sizeof id, GRND_NONBLOCK) < 0) id = (uint16_t)(swinit_nanoseconds(CLOCK_MONOTONIC) >> 4);
        const struct piece suffix = place < 0 ? (struct piece){0} : settings->suffixes[place];
        struct query queries[2];
        if (ask(&queries[0], name, suffix, TYPE_A, id) && ask(&queries[1], name, suffix, TYPE_AAAA, id ^ 1))
            converse(queries, sockets, count, found);
    }
}

static _Noreturn void resolve(const char *name, int out) {
    struct settings settings;
    struct found found = {0};
    setsid();
    /* Nothing of swinit's is kept open by this child. */
    if (out != 3 && dup2(out, 3) < 0) _exit(1);
    swinit_close_from(4);
    look_in_hosts(name, &found);
    if (!is_found(&found)) {
        read_settings(&settings);
        look_in_network(name, &settings, &found);
    }
    ssize_t size = (ssize_t)sizeof(struct swinit_address);
    ssize_t written = write(3, found.v4, (size_t)(size * found.v4_count));
    written += write(3, found.v6, (size_t)(size * found.v6_count));
    _exit(is_found(&found) && written == size * (found.v4_count + found.v6_count) ? 0 : 1);
}

int32_t swinit_resolve(const char *name, int out) {
    int32_t pid = (int32_t)syscall(SYS_clone, (long)SIGCHLD, 0L, 0L, 0L, 0L);
    if (pid == 0) resolve(name, out);
    return pid;
}
