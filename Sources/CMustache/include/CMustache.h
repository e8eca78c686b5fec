/// The door to the Mustache library (a C++ header of Debian's libkainjow-mustache-dev), in C.
///
/// Texts are UTF-8, ended by a zero byte. Nothing is escaped: what is inserted is made harmless before it comes here.
#ifndef C_MUSTACHE_H
#define C_MUSTACHE_H

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What a template names: texts, flags and lists by key.
struct mustache_object;

/// A new empty object, or null when memory is short. To be freed.
struct mustache_object *mustache_object_new(void);
void mustache_object_free(struct mustache_object *object);

void mustache_object_set_text(struct mustache_object *object, const char *key, const char *text);
void mustache_object_set_flag(struct mustache_object *object, const char *key, bool flag);
/// An empty list; items are added to it.
void mustache_object_set_list(struct mustache_object *object, const char *key);
/// Adds a copy of the item to the end of a list.
void mustache_object_add(struct mustache_object *object, const char *key, const struct mustache_object *item);

/// The template filled in, or null when it is not a template. To be freed with `mustache_text_free`.
char *mustache_render(const char *text, const struct mustache_object *object);
void mustache_text_free(char *text);

#ifdef __cplusplus
}
#endif

#endif
