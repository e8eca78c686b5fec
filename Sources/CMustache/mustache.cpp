#include "CMustache.h"

#include <cstdlib>
#include <cstring>
#include <map>
#include <string>

#include <kainjow/mustache.hpp>

namespace mustache = kainjow::mustache;

/// Lists are kept apart until the template is filled in, so that items can be added to them.
struct mustache_object {
    mustache::data values{mustache::data::type::object};
    std::map<std::string, mustache::data> lists;

    mustache::data whole() const {
        mustache::data all = values;
        for (const auto &list : lists) { all.set(list.first, list.second); }
        return all;
    }
};

// No C++ exception may cross the door: the only ones are of memory that is short, and then nothing is done.

extern "C" mustache_object *mustache_object_new(void) {
    try {
        return new mustache_object;
    } catch (...) {
        return nullptr;
    }
}

extern "C" void mustache_object_free(mustache_object *object) { delete object; }

extern "C" void mustache_object_set_text(mustache_object *object, const char *key, const char *text) {
    try {
        object->values.set(key, mustache::data{std::string{text}});
    } catch (...) {
    }
}

extern "C" void mustache_object_set_flag(mustache_object *object, const char *key, bool flag) {
    try {
        object->values.set(key, mustache::data{flag ? mustache::data::type::bool_true : mustache::data::type::bool_false});
    } catch (...) {
    }
}

extern "C" void mustache_object_set_list(mustache_object *object, const char *key) {
    try {
        object->lists[key] = mustache::data{mustache::data::type::list};
    } catch (...) {
    }
}

extern "C" void mustache_object_add(mustache_object *object, const char *key, const mustache_object *item) {
    try {
        const auto list = object->lists.find(key);
        if (list != object->lists.end()) { list->second.push_back(item->whole()); }
    } catch (...) {
    }
}

extern "C" char *mustache_render(const char *text, const mustache_object *object) {
    try {
        mustache::mustache filled{std::string{text}};
        if (!filled.is_valid()) { return nullptr; }
        filled.set_custom_escape([](const std::string &inserted) { return inserted; });
        const std::string result = filled.render(object->whole());
        if (!filled.is_valid()) { return nullptr; }
        char *copy = static_cast<char *>(std::malloc(result.size() + 1));
        if (copy != nullptr) { std::memcpy(copy, result.c_str(), result.size() + 1); }
        return copy;
    } catch (...) {
        return nullptr;
    }
}

extern "C" void mustache_text_free(char *text) { std::free(text); }
