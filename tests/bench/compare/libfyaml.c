// Reads files with libfyaml, as events, and counts their scalars.
#include <libfyaml.h>
#include <stdio.h>

int main(int count, char** paths) {
  size_t scalars = 0;
  size_t bytes = 0;
  const struct fy_parse_cfg config = {.flags = FYPCF_QUIET};
  for (int place = 1; place < count; ++place) {
    struct fy_parser* parser = fy_parser_create(&config);
    if (parser == NULL || fy_parser_set_input_file(parser, paths[place]) != 0) return 1;
    struct fy_event* event;
    while ((event = fy_parser_parse(parser)) != NULL) {
      if (event->type == FYET_SCALAR) {
        size_t length = 0;
        ++scalars;
        if (fy_token_get_text(event->scalar.value, &length) != NULL) bytes += length;
      }
      fy_parser_event_free(parser, event);
    }
    if (fy_parser_get_stream_error(parser)) return 1;
    fy_parser_destroy(parser);
  }
  printf("%zu scalars of %zu bytes\n", scalars, bytes);
  return 0;
}
