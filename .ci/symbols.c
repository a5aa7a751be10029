/* Lists what each source file declares and uses, from the index that a debug build leaves beside its objects.
   usage: symbols LIBRARY STORE ROOT
   Prints a line a symbol and file, paths below ROOT: `D <usr> <file>` where it is declared,
   `R <usr> <file> <line> <name>` where it is used. `.ci/check-arrows` joins the two.
   Functions and layout: LLVM's indexstore.h, version 0 of its interface, loaded from the toolchain's libIndexStore. */
#include <dlfcn.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct {
    const char *data;
    size_t length;
} text;

static void *library;
static void *store;
static const char *root;

static void *function(const char *name) {
    void *found = dlsym(library, name);
    if (!found) {
        fprintf(stderr, "symbols: %s is missing from libIndexStore\n", name);
        exit(2);
    }
    return found;
}

#define FUNCTION(result, name, ...) static result (*name)(__VA_ARGS__)
FUNCTION(void *, indexstore_store_create, const char *, void **);
FUNCTION(bool, indexstore_store_units_apply_f, void *, unsigned, void *, bool (*)(void *, text));
FUNCTION(void *, indexstore_unit_reader_create, void *, const char *, void **);
FUNCTION(void, indexstore_unit_reader_dispose, void *);
FUNCTION(text, indexstore_unit_reader_get_main_file, void *);
FUNCTION(bool, indexstore_unit_reader_dependencies_apply_f, void *, void *, bool (*)(void *, void *));
FUNCTION(int, indexstore_unit_dependency_get_kind, void *);
FUNCTION(text, indexstore_unit_dependency_get_filepath, void *);
FUNCTION(text, indexstore_unit_dependency_get_name, void *);
FUNCTION(void *, indexstore_record_reader_create, void *, const char *, void **);
FUNCTION(void, indexstore_record_reader_dispose, void *);
FUNCTION(bool, indexstore_record_reader_occurrences_apply_f, void *, void *, bool (*)(void *, void *));
FUNCTION(void *, indexstore_occurrence_get_symbol, void *);
FUNCTION(uint64_t, indexstore_occurrence_get_roles, void *);
FUNCTION(void, indexstore_occurrence_get_line_col, void *, unsigned *, unsigned *);
FUNCTION(text, indexstore_symbol_get_usr, void *);
FUNCTION(text, indexstore_symbol_get_name, void *);

enum { record_dependency = 2, declaration = 1 << 0, definition = 1 << 1, reference = 1 << 2 };

static bool occurrence(void *file, void *seen) {
    uint64_t roles = indexstore_occurrence_get_roles(seen);
    void *symbol = indexstore_occurrence_get_symbol(seen);
    text usr = indexstore_symbol_get_usr(symbol);
    unsigned line = 0, column = 0;
    indexstore_occurrence_get_line_col(seen, &line, &column);
    if (roles & (declaration | definition)) {
        printf("D\t%.*s\t%s\n", (int)usr.length, usr.data, (const char *)file);
    } else if (roles & reference) {
        text name = indexstore_symbol_get_name(symbol);
        printf("R\t%.*s\t%s\t%u\t%.*s\n", (int)usr.length, usr.data, (const char *)file, line, (int)name.length, name.data);
    }
    return true;
}

static bool dependency(void *main_file, void *on) {
    if (indexstore_unit_dependency_get_kind(on) != record_dependency) return true;
    text path = indexstore_unit_dependency_get_filepath(on);
    text name = indexstore_unit_dependency_get_name(on);
    text *unit = main_file;
    if (path.length != unit->length || memcmp(path.data, unit->data, path.length) != 0) return true;
    size_t skip = strlen(root) + 1;
    char file[4096], record[4096];
    snprintf(file, sizeof file, "%.*s", (int)(path.length - skip), path.data + skip);
    snprintf(record, sizeof record, "%.*s", (int)name.length, name.data);
    void *error = NULL;
    void *reader = indexstore_record_reader_create(store, record, &error);
    if (!reader) return true;
    indexstore_record_reader_occurrences_apply_f(reader, file, occurrence);
    indexstore_record_reader_dispose(reader);
    return true;
}

static bool unit(void *context, text name) {
    (void)context;
    char unit_name[4096];
    snprintf(unit_name, sizeof unit_name, "%.*s", (int)name.length, name.data);
    void *error = NULL;
    void *reader = indexstore_unit_reader_create(store, unit_name, &error);
    if (!reader) return true;
    text main_file = indexstore_unit_reader_get_main_file(reader);
    char path[4096];
    snprintf(path, sizeof path, "%.*s", (int)main_file.length, main_file.data);
    /* Units of files that have moved or gone stay in the store. */
    if (strncmp(path, root, strlen(root)) == 0 && strstr(path, "/Sources/") && access(path, R_OK) == 0)
        indexstore_unit_reader_dependencies_apply_f(reader, &main_file, dependency);
    indexstore_unit_reader_dispose(reader);
    return true;
}

int main(int count, char **arguments) {
    if (count != 4) return fprintf(stderr, "usage: symbols LIBRARY STORE ROOT\n"), 2;
    library = dlopen(arguments[1], RTLD_NOW);
    if (!library) return fprintf(stderr, "symbols: %s\n", dlerror()), 2;
    root = arguments[3];
#define LOAD(name) *(void **)&name = function(#name)
    LOAD(indexstore_store_create);
    LOAD(indexstore_store_units_apply_f);
    LOAD(indexstore_unit_reader_create);
    LOAD(indexstore_unit_reader_dispose);
    LOAD(indexstore_unit_reader_get_main_file);
    LOAD(indexstore_unit_reader_dependencies_apply_f);
    LOAD(indexstore_unit_dependency_get_kind);
    LOAD(indexstore_unit_dependency_get_filepath);
    LOAD(indexstore_unit_dependency_get_name);
    LOAD(indexstore_record_reader_create);
    LOAD(indexstore_record_reader_dispose);
    LOAD(indexstore_record_reader_occurrences_apply_f);
    LOAD(indexstore_occurrence_get_symbol);
    LOAD(indexstore_occurrence_get_roles);
    LOAD(indexstore_occurrence_get_line_col);
    LOAD(indexstore_symbol_get_usr);
    LOAD(indexstore_symbol_get_name);
    void *error = NULL;
    store = indexstore_store_create(arguments[2], &error);
    if (!store) return fprintf(stderr, "symbols: there is no index in %s\n", arguments[2]), 2;
    indexstore_store_units_apply_f(store, 1, NULL, unit);
    return 0;
}
