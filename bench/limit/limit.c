/*
 * What the machine allows: gunzips a dump with ISA-L, reads its rows and keeps the top 25 of each
 * domain, on one thread, in one pass. It knows no denylist, gives up at a malformed line, and takes
 * titles as they are written, which is right until February 2023: less than wikitop does, to be
 * measured against it.
 *
 *     cc -O3 -o limit limit.c -lisal && ./limit DUMP > top25.csv
 */
#include <isa-l.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TOP = 25, INPUT = 1 << 18, ROOM = 1 << 18, LONGEST_LINE = 1 << 16, TITLE = 1 << 10 };

struct page {
  uint64_t views;
  size_t length;
  uint8_t title[TITLE];
};

static uint8_t input[INPUT];
static uint8_t text[LONGEST_LINE + ROOM + 64];
static uint8_t domain[LONGEST_LINE + 64];
static size_t domain_length; /* with the space behind it */

/* A heap whose root is the last page that ranks. */
static struct page pages[TOP];
static struct page *heap[TOP];
static int count;

static void fail(const char *what) {
  fprintf(stderr, "Cannot rank dump: %s\n", what);
  exit(1);
}

/* Below 0 if the first page ranks before the other. */
static int compare(const struct page *a, const struct page *b) {
  if (a->views != b->views) return a->views > b->views ? -1 : 1;
  const size_t shared = a->length < b->length ? a->length : b->length;
  const int order = memcmp(a->title, b->title, shared);
  if (order != 0) return order;
  return a->length < b->length ? -1 : a->length > b->length;
}

static void sift_down(int parent, int size) {
  for (;;) {
    int last = parent;
    for (int child = 2 * parent + 1; child <= 2 * parent + 2; child++) {
      if (child < size && compare(heap[child], heap[last]) > 0) last = child;
    }
    if (last == parent) return;
    struct page *page = heap[parent];
    heap[parent] = heap[last];
    heap[last] = page;
    parent = last;
  }
}

static void offer(const uint8_t *title, size_t length, uint64_t views) {
  static struct page page;
  if (length > TITLE) fail("a title is too long");
  page.views = views;
  page.length = length;
  memcpy(page.title, title, length);
  if (count < TOP) {
    pages[count] = page;
    heap[count] = &pages[count];
    if (++count == TOP) {
      for (int parent = TOP / 2; parent >= 0; parent--) sift_down(parent, TOP);
    }
  } else if (compare(&page, heap[0]) < 0) {
    *heap[0] = page;
    sift_down(0, TOP);
  }
}

static int by_rank(const void *a, const void *b) {
  return compare(*(struct page *const *) a, *(struct page *const *) b);
}

/* Writes the ranking of the present domain as CSV. */
static void finish_domain(void) {
  qsort(heap, count, sizeof *heap, by_rank);
  for (int i = 0; i < count; i++) {
    fwrite(domain, 1, domain_length - 1, stdout);
    printf(",%d,%llu,\"", i + 1, (unsigned long long) heap[i]->views);
    for (size_t at = 0; at < heap[i]->length; at++) {
      if (heap[i]->title[at] == '"') putchar('"');
      putchar(heap[i]->title[at]);
    }
    fputs("\"\n", stdout);
  }
  count = 0;
}

static const uint8_t *field_end(const uint8_t *p) {
  while (*p > ' ') p++;
  return p;
}

/* Reads whole lines. */
static void scan(const uint8_t *line, const uint8_t *end) {
  uint64_t floor = count == TOP ? heap[0]->views : 0;
  while (line < end) {
    if (domain_length == 0 || memcmp(line, domain, domain_length) != 0) {
      if (domain_length > 0) finish_domain();
      domain_length = field_end(line) - line + 1;
      memcpy(domain, line, domain_length);
      floor = 0;
    }
    const uint8_t *title = line + domain_length;
    const uint8_t *title_end = field_end(title);
    const uint8_t *p = title_end + 1;
    if (*title_end != ' ') fail("a line is no plain row");
    uint64_t views = 0;
    for (unsigned digit; (digit = *p - '0') <= 9; p++) views = views * 10 + digit;
    if (p[0] != ' ' || p[1] != '0' || p[2] != '\n') fail("a line is no plain row");
    line = p + 3;
    if (views < floor) continue;
    offer(title, title_end - title, views);
    if (count == TOP) floor = heap[0]->views;
  }
}

int main(int argc, char **argv) {
  FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
  if (file == NULL) fail("it cannot be opened");
  setvbuf(file, NULL, _IONBF, 0);
  puts("domain_code,rank,views,title");

  static struct inflate_state state;
  isal_inflate_init(&state);
  state.crc_flag = ISAL_GZIP;
  size_t rest = 0;
  for (;;) {
    if (state.avail_in == 0) {
      state.next_in = input;
      state.avail_in = fread(input, 1, INPUT, file);
      if (state.avail_in == 0) break;
    }
    if (state.block_state == ISAL_BLOCK_FINISH) {
      isal_inflate_reset(&state);
      state.crc_flag = ISAL_GZIP;
    }
    state.next_out = text + rest;
    state.avail_out = ROOM;
    if (isal_inflate(&state) != ISAL_DECOMP_OK) fail("it is no gzip file");
    const uint8_t *end = state.next_out;
    const uint8_t *last = end;
    while (last > text && last[-1] != '\n') last--;
    scan(text, last);
    rest = end - last;
    if (rest > LONGEST_LINE) fail("a line is too long");
    memmove(text, last, rest);
  }
  if (state.block_state != ISAL_BLOCK_FINISH) fail("it is cut short");
  if (rest > 0) fail("its last line has no end");
  if (domain_length > 0) finish_domain();
  return 0;
}
