#include "reglament/yaml/fast_lane.hpp"

#include <array>
#include <bit>
#include <cstring>
#include <string>
#include <utility>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace reglament {

namespace {

// yaml-cpp refuses more levels than we let through, and keys of more than 1,024 bytes.
constexpr unsigned deepest = 48;
constexpr std::size_t longest_key = 1'000;

// What a byte can begin or end.
enum Byte : std::uint8_t {
  begins_plain = 1,   // a plain scalar, whatever follows
  ends_block = 2,     // may end a plain scalar outside flow collections, or is not for us
  ends_flow = 4,      // the same inside
  ends_quoted = 8     // the same inside double quotes
};

constexpr std::array<std::uint8_t, 256> byte_table() {
  std::array<std::uint8_t, 256> table{};
  const auto mark = [&](std::string_view bytes, std::uint8_t bit) {
    for (const char byte : bytes) table[static_cast<unsigned char>(byte)] |= bit;
  };
  mark("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_/.+()=$;^\\<~", begins_plain);
  for (unsigned byte = 0x80; byte < 0x100; ++byte) table[byte] |= begins_plain;
  mark("\n\r\t:#", ends_block);
  mark("\n\r\t:#,?[]{}", ends_flow);
  mark("\n\r\"\\", ends_quoted);
  return table;
}
constexpr std::array<std::uint8_t, 256> bytes = byte_table();

bool is(char byte, std::uint8_t bit) { return (bytes[static_cast<unsigned char>(byte)] & bit) != 0; }

// The first byte of [at, end) that may end a plain scalar outside flow collections.
const char* find_block_end(const char* at, const char* end) {
#if defined(__SSE2__)
  const __m128i newline = _mm_set1_epi8('\n');
  const __m128i carriage = _mm_set1_epi8('\r');
  const __m128i tab = _mm_set1_epi8('\t');
  const __m128i colon = _mm_set1_epi8(':');
  const __m128i hash = _mm_set1_epi8('#');
  for (; end - at >= 16; at += 16) {
    const __m128i chunk = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const __m128i hit = _mm_or_si128(
        _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(chunk, newline), _mm_cmpeq_epi8(chunk, carriage)),
                     _mm_or_si128(_mm_cmpeq_epi8(chunk, tab), _mm_cmpeq_epi8(chunk, colon))),
        _mm_cmpeq_epi8(chunk, hash));
    const auto mask = static_cast<unsigned>(_mm_movemask_epi8(hit));
    if (mask != 0) return at + std::countr_zero(mask);
  }
#endif
  while (at != end && !is(*at, ends_block)) ++at;
  return at;
}

bool is_null(std::string_view text) {
  return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

struct Token {
  std::string_view text;
  Mark mark;
  bool quoted = false;
  bool key = false;  // the colon behind it is read too
};

class FastLane {
 public:
  FastLane(std::string_view text, std::uint32_t lines_before, YamlSink& sink)
      : begin_(text.data()),
        end_(text.data() + text.size()),
        at_(begin_),
        line_begin_(begin_),
        lines_before_(lines_before),
        line_(lines_before + 1),
        sink_(sink) {}

  FastLaneEnd read() {
    FastLaneEnd result;
    result.whole = document();
    result.end = static_cast<std::size_t>(at_ - begin_);
    result.lines = line_ - 1 - lines_before_;
    result.events = events_;
    result.why = why_;
    result.where = where_;
    return result;
  }

 private:
  // --- the input ----------------------------------------------------------------------------------------------------

  Mark mark_of(const char* place) const {
    return {line_, static_cast<std::uint32_t>(place - line_begin_) + 1};
  }
  std::uint32_t column_of(const char* place) const { return static_cast<std::uint32_t>(place - line_begin_); }

  bool outside(Outside why) { return outside(why, mark_of(at_)); }
  bool outside(Outside why, Mark where) {
    if (why_ == Outside::none) {
      why_ = why;
      where_ = where;
    }
    return false;
  }

  // Why the byte at hand is outside, where it belongs to nothing that we know.
  Outside why_here() const {
    if (at_ == end_) return Outside::other;
    switch (*at_) {
      case '&':
      case '*': return Outside::anchor;
      case '!': return Outside::tag;
      case '|':
      case '>': return Outside::block_scalar;
      case '?':
      case ':': return Outside::key;
      case '\t': return Outside::tab;
      case '\r': return Outside::control_character;
      default: return Outside::other;
    }
  }

  bool at_line_end() const {
    return at_ == end_ || *at_ == '\n' || (*at_ == '\r' && end_ - at_ > 1 && at_[1] == '\n');
  }
  bool is_blank_behind(const char* place) const {
    return place == end_ || *place == ' ' || *place == '\n' || (*place == '\r' && end_ - place > 1 && place[1] == '\n');
  }
  void skip_spaces() {
    while (at_ != end_ && *at_ == ' ') ++at_;
  }
  bool starts_with(std::string_view word) const {
    return static_cast<std::size_t>(end_ - at_) >= word.size() && std::memcmp(at_, word.data(), word.size()) == 0;
  }
  // At a dash: of a sequence's item?
  bool at_dash() const { return *at_ == '-' && is_blank_behind(at_ + 1); }

  // Behind a value, or at the beginning of a line: goes to the next content and its column; `is_end_` where there is none.
  bool to_content() {
    for (;;) {
      skip_spaces();
      if (at_ != end_ && *at_ == '#' && (at_ == line_begin_ || at_[-1] == ' ')) {
        const void* const newline = std::memchr(at_, '\n', static_cast<std::size_t>(end_ - at_));
        at_ = newline == nullptr ? end_ : static_cast<const char*>(newline);
      }
      if (at_ == end_) {
        is_end_ = true;
        return true;
      }
      if (*at_ == '\r' && at_line_end()) ++at_;
      if (*at_ != '\n') break;
      ++at_;
      ++line_;
      line_begin_ = at_;
    }
    if (*at_ == '\t' || *at_ == '\r') return outside(why_here());
    column_ = column_of(at_);
    if (column_ == 0) return at_document_mark();
    return true;
  }

  // At the first column: the next document ends this one; other marks are not for us.
  bool at_document_mark() {
    if (*at_ == '%') return outside(Outside::document_marks);
    if (starts_with("...")) return outside(Outside::document_marks);
    if (!starts_with("---")) return true;
    if (in_flow_) return outside(Outside::document_marks);
    const char* const behind = at_ + 3;
    if (behind != end_ && *behind != ' ' && *behind != '\n' && *behind != '\r' && *behind != '\t') {
      return outside(Outside::document_marks);
    }
    is_end_ = true;
    return true;
  }

  // Behind a value: nothing but a comment may follow on its line.
  bool line_is_done() {
    skip_spaces();
    if (at_line_end() || (*at_ == '#' && at_[-1] == ' ')) return to_content();
    return outside(why_here());
  }

  // --- scalars ------------------------------------------------------------------------------------------------------

  // A scalar outside flow collections, and the colon behind it where that makes it a key.
  bool block_token(Token& token) {
    token = {};
    token.mark = mark_of(at_);
    if (*at_ == '"' || *at_ == '\'') return quoted_token(token) && take_colon(token);
    return is_plain_begin(ends_block) ? block_plain(token) : outside(why_here());
  }

  bool is_plain_begin(std::uint8_t ends) const {
    if (is(*at_, begins_plain)) return true;
    return *at_ == '-' && end_ - at_ > 1 && at_[1] != ' ' && !is(at_[1], ends);
  }

  bool block_plain(Token& token) {
    const char* const first = at_;
    const char* last = nullptr;  // behind it
    for (;; ++at_) {
      at_ = find_block_end(at_, end_);
      if (at_line_end()) {
        last = at_;
        break;
      }
      if (*at_ == ':' && is_blank_behind(at_ + 1)) {
        last = at_++;
        token.key = true;
        break;
      }
      if (*at_ == '#' && at_[-1] == ' ') {
        last = at_;
        break;
      }
      if (*at_ == '\t' || *at_ == '\r') return outside(why_here());
    }
    return end_plain(token, first, last);
  }

  bool end_plain(Token& token, const char* first, const char* last) {
    if (token.key) return end_key(token, first, last);
    while (last[-1] == ' ') --last;
    token.text = {first, static_cast<std::size_t>(last - first)};
    return true;
  }

  bool end_key(Token& token, const char* first, const char* last) {
    token.text = {first, static_cast<std::size_t>(last - first)};
    const bool is_plain_key = last[-1] != ' ' && !is_null(token.text) && token.text.size() <= longest_key;
    return is_plain_key || outside(Outside::key, token.mark);
  }

  bool take_colon(Token& token) {
    if (at_ == end_ || *at_ != ':') return true;
    if (!is_blank_behind(at_ + 1)) return outside(Outside::other);
    if (column_of(at_) + 1 - token.mark.column > longest_key) return outside(Outside::key, token.mark);
    ++at_;
    token.key = true;
    return true;
  }

  // Behind a scalar that ought to be a key.
  bool no_key() {
    skip_spaces();
    return outside(why_here());
  }

  bool quoted_token(Token& token) {
    token.quoted = true;
    return *at_ == '"' ? double_quoted(token) : single_quoted(token);
  }

  bool double_quoted(Token& token) {
    const char* first = ++at_;
    bool is_decoded = false;
    for (;;) {
      while (at_ != end_ && !is(*at_, ends_quoted)) ++at_;
      if (at_line_end()) return outside(Outside::several_lines);
      if (*at_ == '\r') return outside(why_here());
      if (is_decoded) decoded_.append(first, at_);
      if (*at_ == '"') break;
      if (!is_decoded) decoded_.assign(first, at_);
      is_decoded = true;
      if (!decode_escape()) return false;
      first = at_;
    }
    token.text = is_decoded ? tree_.keep(decoded_)
                            : std::string_view{first, static_cast<std::size_t>(at_ - first)};
    ++at_;
    return true;
  }

  bool decode_escape() {
    if (end_ - at_ < 2) return outside(Outside::other);
    switch (at_[1]) {
      case '"': decoded_ += '"'; break;
      case '\\': decoded_ += '\\'; break;
      case '/': decoded_ += '/'; break;
      case 'n': decoded_ += '\n'; break;
      case 't': decoded_ += '\t'; break;
      case 'u': return decode_code_point();
      default: return outside(Outside::escape);
    }
    at_ += 2;
    return true;
  }

  // \u and four hexadecimal digits: of a code point that is no half of a pair, and not NUL.
  bool decode_code_point() {
    if (end_ - at_ < 6) return outside(Outside::escape);
    unsigned value = 0;
    for (int i = 2; i < 6; ++i) {
      const char digit = at_[i];
      const int number = digit >= '0' && digit <= '9'   ? digit - '0'
                         : digit >= 'a' && digit <= 'f' ? digit - 'a' + 10
                         : digit >= 'A' && digit <= 'F' ? digit - 'A' + 10
                                                        : -1;
      if (number < 0) return outside(Outside::escape);
      value = value * 16 + static_cast<unsigned>(number);
    }
    if (value == 0 || (value >= 0xD800 && value <= 0xDFFF)) return outside(Outside::escape);
    if (value < 0x80) {
      decoded_ += static_cast<char>(value);
    } else if (value < 0x800) {
      decoded_ += static_cast<char>(0xC0U | (value >> 6U));
      decoded_ += static_cast<char>(0x80U | (value & 0x3FU));
    } else {
      decoded_ += static_cast<char>(0xE0U | (value >> 12U));
      decoded_ += static_cast<char>(0x80U | ((value >> 6U) & 0x3FU));
      decoded_ += static_cast<char>(0x80U | (value & 0x3FU));
    }
    at_ += 6;
    return true;
  }

  bool single_quoted(Token& token) {
    const char* first = ++at_;
    bool is_decoded = false;
    for (;;) {
      while (at_ != end_ && *at_ != '\'' && *at_ != '\n' && *at_ != '\r') ++at_;
      if (at_line_end()) return outside(Outside::several_lines);
      if (*at_ == '\r') return outside(why_here());
      if (is_decoded) decoded_.append(first, at_);
      if (end_ - at_ < 2 || at_[1] != '\'') break;
      if (!is_decoded) decoded_.assign(first, at_);
      is_decoded = true;
      decoded_ += '\'';
      at_ += 2;
      first = at_;
    }
    token.text = is_decoded ? tree_.keep(decoded_)
                            : std::string_view{first, static_cast<std::size_t>(at_ - first)};
    ++at_;
    return true;
  }

  // --- nodes --------------------------------------------------------------------------------------------------------

  using Kind = YamlNode::Kind;

  std::uint32_t add(Kind kind, Mark mark, const Token* key) {
    YamlNode& node = tree_.nodes.emplace_back();
    node.kind = kind;
    node.mark = mark;
    const auto index = static_cast<std::uint32_t>(tree_.nodes.size());
    node.end = index;
    ++built_;
    if (key != nullptr) {
      node.keyed = true;
      node.key_quoted = key->quoted;
      node.key = key->text;
      node.key_mark = key->mark;
      ++built_;
    }
    return index - 1;
  }

  void add_scalar(const Token& token, const Token* key) {
    const bool null = !token.quoted && is_null(token.text);
    const std::uint32_t index = add(null ? Kind::null : Kind::scalar, token.mark, key);
    YamlNode& node = tree_.nodes[index];
    node.quoted = token.quoted;
    if (!null) node.text = token.text;
  }

  std::uint32_t open(Kind kind, Mark mark, const Token* key) {
    ++depth_;
    ++built_;  // its end
    return add(kind, mark, key);
  }
  void close(std::uint32_t index) {
    --depth_;
    tree_.nodes[index].end = static_cast<std::uint32_t>(tree_.nodes.size());
  }

  // --- block collections --------------------------------------------------------------------------------------------
  // Each stops at the content behind what it read.

  // The value that begins here, on the line of its key or dash, of a collection at `column`.
  bool inline_value(std::uint32_t column, const Token* key) {
    if (*at_ == '{' || *at_ == '[') return flow_value(key) && line_is_done() && has_ended(column);
    Token token;
    if (!block_token(token)) return false;
    if (token.key) return outside(Outside::other);
    add_scalar(token, key);
    return line_is_done() && has_ended(column);
  }

  // A scalar that goes on, or anything else deeper than the collection that the last value is in.
  bool has_ended(std::uint32_t column) {
    return is_end_ || column_ <= column || outside(Outside::several_lines);
  }

  // The value behind the colon of a key of a map at `column`.
  bool map_value(std::uint32_t column, const Token& key) {
    skip_spaces();
    if (!at_line_end() && *at_ != '#') return at_dash() ? outside(Outside::other) : inline_value(column, &key);
    if (!to_content()) return false;
    const bool is_sequence = !is_end_ && column_ >= column && at_dash();
    if (is_sequence) return sequence(column_, &key);
    return is_end_ || column_ <= column ? null_value(key, &key) : deeper_value(column, &key);
  }

  // A null that is not written; yaml-cpp tells its place by what comes next.
  bool null_value(const Token& place, const Token* key) {
    if (!is_end_ && (*at_ == '~' || starts_with("null") || starts_with("Null") || starts_with("NULL"))) {
      return outside(Outside::other);
    }
    Token token;
    token.mark = place.mark;
    add_scalar(token, key);
    return true;
  }

  // A value that begins on a line of its own, deeper than `column`: a map, or a scalar or flow collection.
  bool deeper_value(std::uint32_t column, const Token* key) {
    if (*at_ == '{' || *at_ == '[') return inline_value(column, key);
    const std::uint32_t own = column_;
    Token token;
    if (!block_token(token)) return false;
    if (token.key) return map(own, token, key);
    add_scalar(token, key);
    return line_is_done() && has_ended(column);
  }

  bool map(std::uint32_t column, Token entry, const Token* key) {
    if (depth_ == deepest) return outside(Outside::depth);
    const std::uint32_t node = open(Kind::map, entry.mark, key);
    for (;;) {
      if (!map_value(column, entry)) return false;
      if (is_end_ || column_ < column) break;
      if (column_ > column || at_dash()) return outside(Outside::indentation);
      if (!block_token(entry)) return false;
      if (!entry.key) return no_key();
    }
    close(node);
    return true;
  }

  bool sequence(std::uint32_t column, const Token* key) {
    if (depth_ == deepest) return outside(Outside::depth);
    const std::uint32_t node = open(Kind::sequence, mark_of(at_), key);
    while (!is_end_ && column_ == column && at_dash()) {
      if (!item(column)) return false;
    }
    if (!is_end_ && column_ > column) return outside(Outside::indentation);
    close(node);
    return true;
  }

  // At its dash.
  bool item(std::uint32_t column) {
    ++at_;
    skip_spaces();
    if (at_line_end() || *at_ == '#') return outside(Outside::empty_item);
    if (at_dash()) {
      column_ = column_of(at_);
      return sequence(column_, nullptr);
    }
    if (*at_ == '{' || *at_ == '[') return inline_value(column, nullptr);
    const std::uint32_t own = column_of(at_);
    Token token;
    if (!block_token(token)) return false;
    if (token.key) return map(own, token, nullptr);
    add_scalar(token, nullptr);
    return line_is_done() && has_ended(column);
  }

  // --- flow collections ---------------------------------------------------------------------------------------------

  // To the next byte of a flow collection that is no space, comment or end of line.
  bool to_flow_content() {
    const bool was_in_flow = std::exchange(in_flow_, true);
    const bool is_read = to_content();
    in_flow_ = was_in_flow;
    if (!is_read) return false;
    if (is_end_) return outside(Outside::other);
    return *at_ != '#' || outside(Outside::other);
  }

  bool flow_value(const Token* key) {
    if (*at_ == '{') return flow_map(key);
    if (*at_ == '[') return flow_sequence(key);
    Token token;
    if (!flow_token(token)) return false;
    add_scalar(token, key);
    return true;
  }

  bool flow_map(const Token* key) {
    if (depth_ == deepest) return outside(Outside::depth);
    const std::uint32_t node = open(Kind::map, mark_of(at_), key);
    ++at_;
    if (!to_flow_content()) return false;
    while (*at_ != '}') {
      Token entry;
      if (!flow_key(entry) || !to_flow_content() || !flow_value(&entry) || !flow_separator('}')) return false;
    }
    ++at_;
    close(node);
    return true;
  }

  bool flow_sequence(const Token* key) {
    if (depth_ == deepest) return outside(Outside::depth);
    const std::uint32_t node = open(Kind::sequence, mark_of(at_), key);
    ++at_;
    if (!to_flow_content()) return false;
    while (*at_ != ']') {
      if (!flow_item() || !flow_separator(']')) return false;
    }
    ++at_;
    close(node);
    return true;
  }

  // `key: value` alone is a map of one.
  bool flow_item() {
    if (*at_ == '{' || *at_ == '[') return flow_value(nullptr);
    Token token;
    if (!flow_token(token)) return false;
    if (at_ == end_ || *at_ != ':') {
      add_scalar(token, nullptr);
      return true;
    }
    if (depth_ == deepest) return outside(Outside::depth);
    const std::uint32_t node = open(Kind::map, token.mark, nullptr);
    if (!take_flow_colon(token) || !to_flow_content() || !flow_value(&token)) return false;
    close(node);
    return true;
  }

  // Behind a value: the comma and what follows it, or the end of the collection.
  bool flow_separator(char closing) {
    const std::uint32_t line = line_;
    if (!to_flow_content()) return false;
    if (*at_ == closing) return true;
    if (*at_ != ',') return outside(line_ == line ? why_here() : Outside::several_lines);
    ++at_;
    return to_flow_content();
  }

  bool flow_key(Token& token) { return flow_token(token) && take_flow_colon(token); }

  bool take_flow_colon(const Token& token) {
    if (at_ == end_ || *at_ != ':') return outside(Outside::key, token.mark);
    const bool is_blank = is_blank_behind(at_ + 1);
    if (!token.quoted && (!is_blank || is_null(token.text))) return outside(Outside::key, token.mark);
    if (column_of(at_) + 1 - token.mark.column > longest_key) return outside(Outside::key, token.mark);
    ++at_;
    return true;
  }

  bool flow_token(Token& token) {
    token = {};
    token.mark = mark_of(at_);
    if (*at_ == '"' || *at_ == '\'') return quoted_token(token);
    return is_plain_begin(ends_flow) ? flow_plain(token) : outside(why_here());
  }

  bool flow_plain(Token& token) {
    const char* const first = at_;
    for (;; ++at_) {
      while (at_ != end_ && !is(*at_, ends_flow)) ++at_;
      if (at_line_end() || *at_ == ',' || *at_ == ']' || *at_ == '}') break;
      if (*at_ == ':' && (is_blank_behind(at_ + 1) || at_[1] == ',' || at_[1] == ']' || at_[1] == '}')) break;
      if (*at_ == '#' && at_[-1] == ' ') break;
      if (*at_ == '\t' || *at_ == '\r') return outside(why_here());
      if (*at_ != ':' && *at_ != '#') return outside(Outside::other);
    }
    const char* last = at_;
    while (last[-1] == ' ') --last;
    if (at_ != end_ && *at_ == ':' && last != at_) return outside(Outside::key, token.mark);
    token.text = {first, static_cast<std::size_t>(last - first)};
    return true;
  }

  // --- the document -------------------------------------------------------------------------------------------------
  // What the root and its sequences hold is handed on value by value. A value waits until the next token is read: yaml-cpp
  // may give it no sooner, and must give all that we did, whatever is wrong behind it.

  bool document() {
    if (starts_with("\xEF\xBB\xBF")) return outside(Outside::control_character);
    if (!begin_document()) return false;
    if (is_end_) return !is_marked_ || outside(Outside::document_marks);  // comments alone are no document
    if (*at_ == '{' || *at_ == '[') return flow_document();
    return at_dash() ? root_sequence() : root_map();
  }

  bool begin_document() {
    if (starts_with("---")) {
      at_ += 3;
      is_marked_ = true;
      if (!at_line_end()) return outside(Outside::document_marks);
    }
    return to_content();
  }

  bool root_map() {
    const std::uint32_t column = column_;
    Token key;
    if (!root_key(key)) return false;
    hand_document();
    hand([&] { sink_.map_begin(key.mark); });
    hand_key(key);
    for (;;) {
      if (!root_value(column, key)) return false;
      if (is_end_) break;
      if (column_ != column || at_dash()) return outside(Outside::indentation);
      if (!root_key(key)) return false;
      hand_value();
      end_section();
      hand_key(key);
    }
    hand_value();
    end_section();
    hand([&] { sink_.map_end(); });
    return end_document();
  }

  // Its text is kept apart: the tree goes with the value before it.
  bool root_key(Token& key) {
    if (!block_token(key)) return false;
    if (!key.key) return no_key();
    root_key_ = key.text;
    key.text = root_key_;
    return true;
  }

  // A value of the root map; of a sequence in block style the items.
  bool root_value(std::uint32_t column, const Token& key) {
    skip_spaces();
    if (!at_line_end() && *at_ != '#') return at_dash() ? outside(Outside::other) : inline_value(column, nullptr);
    if (!to_content()) return false;
    const bool is_sequence = !is_end_ && column_ >= column && at_dash();
    if (is_sequence) return section();
    return is_end_ || column_ <= column ? null_value(key, nullptr) : deeper_value(column, nullptr);
  }

  bool section() {
    hand([&] { sink_.sequence_begin(mark_of(at_)); });
    is_in_section_ = true;
    return handed_items();
  }

  // The last one waits for the token behind the sequence.
  bool handed_items() {
    const std::uint32_t column = column_;
    while (!is_end_ && column_ == column && at_dash()) {
      hand_value();
      if (!item(column)) return false;
    }
    return is_end_ || column_ <= column || outside(Outside::indentation);
  }

  void end_section() {
    if (!is_in_section_) return;
    is_in_section_ = false;
    hand([&] { sink_.sequence_end(); });
  }

  bool root_sequence() {
    hand_document();
    hand([&] { sink_.sequence_begin(mark_of(at_)); });
    if (!handed_items()) return false;
    if (!is_end_) return outside(Outside::indentation);
    hand_value();
    hand([&] { sink_.sequence_end(); });
    return end_document();
  }

  // yaml-cpp gives nothing of it before it has read all of it, and neither may we: so it is read twice.
  bool flow_document() {
    const char* const first = at_;
    const char* const line_begin = line_begin_;
    const std::uint32_t line = line_;
    is_dry_ = true;
    if (!flow_root()) return false;
    at_ = first;
    line_begin_ = line_begin;
    line_ = line;
    is_dry_ = is_end_ = false;
    return flow_root();
  }

  bool flow_root() {
    hand_document();
    return (*at_ == '{' ? flow_root_map() : flow_root_sequence()) && line_is_done() && (is_end_ || outside(Outside::other)) &&
           end_document();
  }

  bool flow_root_map() {
    hand([&] { sink_.map_begin(mark_of(at_)); });
    ++at_;
    if (!to_flow_content()) return false;
    while (*at_ != '}') {
      Token key;
      if (!flow_key(key)) return false;
      hand_key(key);
      if (!to_flow_content() || !flow_root_value() || !flow_separator('}')) return false;
    }
    ++at_;
    hand([&] { sink_.map_end(); });
    return true;
  }

  bool flow_root_value() {
    if (*at_ == '[') return flow_root_sequence();
    if (!flow_value(nullptr)) return false;
    hand_value();
    return true;
  }

  bool flow_root_sequence() {
    hand([&] { sink_.sequence_begin(mark_of(at_)); });
    ++at_;
    if (!to_flow_content()) return false;
    while (*at_ != ']') {
      if (!flow_value(nullptr)) return false;
      hand_value();
      if (!flow_separator(']')) return false;
    }
    ++at_;
    hand([&] { sink_.sequence_end(); });
    return true;
  }

  // --- handing on ---------------------------------------------------------------------------------------------------

  template <typename Event>
  void hand(Event event) {
    if (is_dry_) return;
    event();
    ++events_;
  }
  void hand_document() {
    hand([&] { sink_.document_begin(); });
  }
  bool end_document() {
    hand([&] { sink_.document_end(); });
    return true;
  }
  void hand_key(const Token& key) {
    hand([&] { sink_.scalar(key.text, key.quoted, key.mark); });
  }
  void hand_value() {
    if (!tree_.empty() && !is_dry_) {
      events_ += built_;
      sink_.value(tree_);
    }
    tree_.clear();
    built_ = 0;
  }

  const char* begin_;
  const char* end_;
  const char* at_;
  const char* line_begin_;
  std::uint32_t lines_before_;
  std::uint32_t line_;
  YamlSink& sink_;

  std::uint32_t column_ = 0;  // of the content at hand, from 0
  bool is_end_ = false;       // of the document
  bool is_marked_ = false;    // it begins with `---`
  bool in_flow_ = false;
  bool is_in_section_ = false;
  bool is_dry_ = false;       // nothing is handed on
  unsigned depth_ = 2;        // of open collections, with the root and a sequence in it
  YamlTree tree_;             // of the value that is read, or that waits to be handed on
  std::size_t built_ = 0;     // events of it
  std::size_t events_ = 0;    // handed on
  std::string decoded_;
  std::string root_key_;
  Outside why_ = Outside::none;
  Mark where_;
};

}  // namespace

FastLaneEnd read_fast_lane(std::string_view text, std::uint32_t lines_before, YamlSink& sink) {
  return FastLane{text, lines_before, sink}.read();
}

}  // namespace reglament
