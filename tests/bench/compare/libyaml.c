// Reads files with libyaml, as events, and counts their scalars.
#include <stdio.h>
#include <yaml.h>

int main(int count, char** paths) {
  size_t scalars = 0;
  size_t bytes = 0;
  for (int place = 1; place < count; ++place) {
    FILE* file = fopen(paths[place], "rb");
    yaml_parser_t parser;
    if (file == NULL || !yaml_parser_initialize(&parser)) return 1;
    yaml_parser_set_input_file(&parser, file);
    for (int is_end = 0; !is_end;) {
      yaml_event_t event;
      if (!yaml_parser_parse(&parser, &event)) return 1;
      if (event.type == YAML_SCALAR_EVENT) {
        ++scalars;
        bytes += event.data.scalar.length;
      }
      is_end = event.type == YAML_STREAM_END_EVENT;
      yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    fclose(file);
  }
  printf("%zu scalars of %zu bytes\n", scalars, bytes);
  return 0;
}
