// Reads files of JSON with simdjson, on demand, touches every key and value, and counts them.
#include <simdjson.h>

#include <cstdint>
#include <cstdio>

namespace {

using namespace simdjson;

struct Counter {
  std::size_t scalars = 0;
  std::size_t bytes = 0;

  void add(std::string_view text) {
    ++scalars;
    bytes += text.size();
  }

  void walk(ondemand::value value) {
    switch (value.type()) {
      case ondemand::json_type::array:
        for (auto item : value.get_array()) walk(item.value());
        break;
      case ondemand::json_type::object:
        for (auto field : value.get_object()) {
          add(field.unescaped_key());
          walk(field.value());
        }
        break;
      case ondemand::json_type::string:
        add(value.get_string());
        break;
      case ondemand::json_type::number:
        bytes += static_cast<std::size_t>(value.get_double()) & 1;
        ++scalars;
        break;
      case ondemand::json_type::boolean:
        bytes += static_cast<bool>(value.get_bool());
        ++scalars;
        break;
      case ondemand::json_type::null:
        ++scalars;
        break;
    }
  }
};

}  // namespace

int main(int count, char** paths) {
  Counter counter;
  ondemand::parser parser;
  for (int place = 1; place < count; ++place) {
    const padded_string text = padded_string::load(paths[place]);
    ondemand::document document = parser.iterate(text);
    counter.walk(document.get_value());
  }
  std::printf("%zu scalars of %zu bytes\n", counter.scalars, counter.bytes);
}
