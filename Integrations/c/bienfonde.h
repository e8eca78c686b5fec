/*
 * The C interface of Bien-fondé: requêtes decided by the rules of a policy, inside another program.
 *
 *     bienfonde_engine engine;
 *     bienfonde_text answers;
 *     if (bienfonde_load("Rules", &engine) == BIENFONDE_OK) {
 *         int32_t status = bienfonde_decide_batch(engine, lines, length, NULL, &answers);
 *         if (status == BIENFONDE_OK || status == BIENFONDE_FOUND) fwrite(answers.bytes, 1, answers.length, stdout);
 *         bienfonde_release(&answers);
 *         bienfonde_free(engine);
 *     }
 *
 * Threads. Every function may be called from any thread at any time. An engine may be shared: calls that overlap run
 * beside each other, each on a core. A worker with an engine of its own never waits for another.
 *
 * Memory. What a function gives (`bienfonde_text`, Arrow structures) belongs to the caller, who releases it. What it is
 * given is read during the call alone. Nothing is kept but the engine.
 *
 * Mistakes. No bytes, no length that is true of its bytes, no null pointer and no engine that was freed or never was
 * makes the program stop: the status says what is wrong, and bienfonde_last_error() in a sentence, in French.
 *
 * All texts are UTF-8. Promised: what stands here is extended, never changed (bienfonde_interface()).
 */
#ifndef BIENFONDE_H
#define BIENFONDE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What a call came to: the exit statuses of the command. */
enum {
    /* Done. */
    BIENFONDE_OK = 0,
    /* Done, and something was found: a line that could not be used, a contradictory decision. */
    BIENFONDE_FOUND = 1,
    /* The rules or the case cannot be used: the last error says where and why. */
    BIENFONDE_UNUSABLE = 2,
    /* The call is wrong: a null pointer, an unknown engine, a date that is none. */
    BIENFONDE_USAGE = 64,
    /* A file cannot be read, or memory is short. */
    BIENFONDE_SYSTEM = 74
};

/* A rule set, ready to decide. 0 is none. */
typedef uint64_t bienfonde_engine;

/* A text that belongs to the caller: `length` bytes, then a zero byte. To be released; a released one is empty. */
typedef struct {
    char *bytes;
    size_t length;
} bienfonde_text;

/* A file of rules in memory. */
typedef struct {
    /* Inside the folder; `.yaml` or `.yml` at its end. */
    const char *path;
    const uint8_t *bytes;
    size_t length;
} bienfonde_file;

/* How to decide. A null pointer stands for all zeros. */
typedef struct {
    /* The date of evaluation of all cases, `2024-03-04`; null: each its own, else today (`lot --date`). */
    const char *date;
    /* Not 0: without motifs and manquants (`lot --detail issues`), which is faster. */
    int32_t issues_only;
    /* Not 0: bienfonde_decide_case() adds `explication`. */
    int32_t explained;
    /* What is added to the numbers of lines, when the bytes are not the beginning of the batch. */
    int64_t lines_before;
} bienfonde_options;

/* The number of this interface: 1. A larger one has more functions. */
int32_t bienfonde_interface(void);

/* Reads the rules of a folder, as `--regles` does. */
int32_t bienfonde_load(const char *folder, bienfonde_engine *engine);

/*
 * Reads the rules from memory: they travelled with the job. In the order of their paths, whatever the order given.
 * `folder` is what messages name before a path, and explanations do not; null: nothing.
 */
int32_t bienfonde_load_files(
    const char *folder, const bienfonde_file *files, size_t count, bienfonde_engine *engine);

/* `politique.empreinte`: `sha256:` and 64 digits. It changes when a rule does. */
int32_t bienfonde_fingerprint(bienfonde_engine engine, bienfonde_text *fingerprint);

/* The decisions of the set in the order of the answers: a JSON list of `{"nom": …, "cumul": …}`. */
int32_t bienfonde_decisions(bienfonde_engine engine, bienfonde_text *decisions);

/*
 * The facts of the set: a JSON list of `{"nom": …, "type": …, "valeurs": […]}`. The types are those of the rule language;
 * `valeurs` is empty but for the two choices.
 */
int32_t bienfonde_facts(bienfonde_engine engine, bienfonde_text *facts);

/* Decides one case, a JSON object, and gives what `evaluer --format json` prints. */
int32_t bienfonde_decide_case(
    bienfonde_engine engine, const uint8_t *json, size_t length, const bienfonde_options *options,
    bienfonde_text *decided);

/*
 * Decides lines of NDJSON, and gives what `lot` prints: a line for each line that is not blank, in order. On one core,
 * at about a million lines a second; the answers take about twice the room of the lines.
 */
int32_t bienfonde_decide_batch(
    bienfonde_engine engine, const uint8_t *lines, size_t length, const bienfonde_options *options,
    bienfonde_text *answers);

/*
 * The C data interface of Apache Arrow (https://arrow.apache.org/docs/format/CDataInterface.html), which pyarrow,
 * DuckDB, R and others speak without a copy. The guard is Arrow's own.
 */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
    const char *format;
    const char *name;
    const char *metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema **children;
    struct ArrowSchema *dictionary;
    void (*release)(struct ArrowSchema *);
    void *private_data;
};

struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void **buffers;
    struct ArrowArray **children;
    struct ArrowArray *dictionary;
    void (*release)(struct ArrowArray *);
    void *private_data;
};

#endif

/*
 * Decides an array of texts (`utf8` or `large_utf8`), each a case in JSON, and gives an array of structures of the same
 * length, in order:
 *
 *     nom: utf8
 *     for each decision, under its name:
 *         struct<état: utf8, issue: utf8, motifs: list<utf8>, manquants: list<utf8>>
 *     erreur: struct<code: utf8, message: utf8>, null where the case could be used
 *     empreinte: utf8, of the rule set, in every row
 *
 * `issue` of a `cumul` decision is a list<utf8>. A contradictory decision of another kind has its issues joined by `|`,
 * and so have cases with `objets`, as in CSV. A null text has null decisions and no error. `motifs` and `manquants` are
 * absent with `issues_only`.
 *
 * `array` and `type` stay the caller's. `decided` and `decided_type` are filled; their `release` frees them.
 */
int32_t bienfonde_decide_arrow(
    bienfonde_engine engine, const struct ArrowArray *array, const struct ArrowSchema *type,
    const bienfonde_options *options, struct ArrowArray *decided, struct ArrowSchema *decided_type);

/* Forgets an engine, once the calls that use it have ended. */
int32_t bienfonde_free(bienfonde_engine engine);

/* What was wrong with the latest call of this thread that did not end with 0 or 1; empty when there was none. */
int32_t bienfonde_last_error(bienfonde_text *message);

/* Gives a text back. A second time, or of null, it does nothing. */
void bienfonde_release(bienfonde_text *text);

#ifdef __cplusplus
}
#endif

#endif
