#include "fuzz/texts.hpp"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <vector>

namespace reglament::fuzz {

namespace {

constexpr int deepest = 4;

// --- sound texts ----------------------------------------------------------------------------------------------------

class Writer {
 public:
  explicit Writer(Random& random) : random_(random), is_strange_(random.one_in(2)) {}

  std::string text() && {
    const int documents = random_.one_in(4) ? random_.between(2, 3) : 1;
    for (int i = 0; i < documents; ++i) {
      if (i > 0 || random_.one_in(6)) text_ += "---\n";
      document();
    }
    if (random_.one_in(8) && text_.ends_with('\n')) text_.pop_back();
    return std::move(text_);
  }

 private:
  void document() {
    comment_lines();
    const int column = random_.one_in(10) ? random_.between(1, 3) : 0;
    switch (random_.below(6)) {
      case 0:
        text_ += std::string(static_cast<std::size_t>(column), ' ');
        flow(0);
        return end_line();
      case 1: return sequence(column, 0);
      default: return map(column, 0);
    }
  }

  void map(int column, int depth, bool begins_in_line = false) {
    const int entries = random_.between(1, 3);
    for (int i = 0; i < entries; ++i) {
      if (i > 0 || !begins_in_line) indent(column);
      text_ += key() + ":";
      map_value(column, depth);
    }
  }

  void map_value(int column, int depth) {
    const int kind = depth == deepest ? random_.below(4) : random_.below(7);
    switch (kind) {
      case 0: return end_line();  // a null that is not written
      case 1: return spaced_flow(depth);
      case 4: end_line(); return map(column + random_.between(1, 4), depth + 1);
      case 5: end_line(); return sequence(column + random_.below(3), depth + 1);
      case 6:
        end_line();
        indent(column + random_.between(1, 4));
        scalar();
        return end_line();
      default:
        spaces();
        strange_or_scalar(column);
        return end_line();
    }
  }

  void sequence(int column, int depth, bool begins_in_line = false) {
    const int items = random_.between(1, 3);
    for (int i = 0; i < items; ++i) {
      if (i > 0 || !begins_in_line) indent(column);
      text_ += "-";
      item(column, depth);
    }
  }

  void item(int column, int depth) {
    const int kind = depth == deepest ? random_.below(4) : random_.below(8);
    if (kind == 0 && is_strange_) return end_line();
    if (kind == 1) return spaced_flow(depth);
    const int width = spaces();
    if (kind >= 6) return sequence(column + 1 + width, depth + 1, true);
    if (kind >= 4) return map(column + 1 + width, depth + 1, true);
    strange_or_scalar(column);
    end_line();
  }

  void spaced_flow(int depth) {
    spaces();
    flow(depth);
    end_line();
  }

  void flow(int depth) {
    const bool is_map = random_.one_in(2);
    text_ += is_map ? "{" : "[";
    const int values = random_.below(4);
    for (int i = 0; i < values; ++i) {
      if (i > 0) text_ += ",";
      flow_space();
      if (is_map || random_.one_in(8)) flow_key();
      flow_value(depth);
    }
    if (values > 0 && random_.one_in(8)) text_ += ",";
    flow_space();
    text_ += is_map ? "}" : "]";
  }

  void flow_key() {
    if (random_.one_in(3)) {
      text_ += quoted() + (random_.one_in(2) ? ":" : ": ");
    } else {
      text_ += key() + ": ";
    }
  }

  void flow_value(int depth) {
    if (depth < deepest && random_.one_in(4)) return flow(depth + 1);
    text_ += random_.one_in(3) ? quoted()
                               : random_.pick({"1", "2025-10-06", "10:30", "a b", "Кеңес", "true", "null",
                                               "~", "-1", "a:b", "x#y", "http://a/b", "05-2/1187", "a'b"});
  }

  void flow_space() {
    switch (random_.below(8)) {
      case 0: text_ += "\n  "; break;
      case 1: text_ += " # c\n "; break;
      case 2: break;
      default: text_ += " "; break;
    }
  }

  void scalar() {
    text_ += random_.one_in(3)
                 ? quoted()
                 : random_.pick(
                       {"1",    "2025-10-06",   "10:30", "a b c", "Кеңес өтті", "true",         "null",
                        "~",    "Null",         "-1",    "a:b",   "x#y",        "http://a/b?c", "05-2/1187",
                        "it's", "a, b [c] {d}", ".5",    "--",    "<<",         "100 %",        "q \"r\"",
                        "нет"});
  }

  void strange_or_scalar(int column) {
    if (!is_strange_ || !random_.one_in(4)) return scalar();
    const std::string deeper = "\n" + std::string(static_cast<std::size_t>(column + 2), ' ');
    switch (random_.below(8)) {
      case 0: text_ += "&a 1"; break;
      case 1: text_ += "!!str 1"; break;
      case 2: text_ += "|" + deeper + "x" + deeper + "y"; break;
      case 3: text_ += ">-" + deeper + "x" + deeper + "y"; break;
      case 4: text_ += "one" + deeper + "two"; break;
      case 5: text_ += "\"one" + deeper + "two\""; break;
      case 6: text_ += "\"\\x41\\e\""; break;
      default: text_ += "x\ty"; break;
    }
  }

  std::string key() {
    return random_.pick({"id", "date", "type", "steps", "by", "күні", "a b", "x-1", "a/b", "no.", "1"});
  }
  std::string quoted() {
    if (is_strange_ && random_.one_in(16)) return random_.pick({"\"\\x41\"", "\"a\\qb\"", "'a\n  b'"});
    return random_.pick({"\"\"", "''", "\"a\"", "'b c'", "'it''s'", "\"a\\\"b\"", "\"\\u041a\\n\"",
                         "\"Кеңес: 1 # 2\"", "'null'", "\"x, [y]\"", "'\\'", "\"a\\\\\""});
  }

  int spaces() {
    const int width = random_.one_in(8) ? random_.between(2, 3) : 1;
    text_ += std::string(static_cast<std::size_t>(width), ' ');
    return width;
  }

  void indent(int column) { text_ += std::string(static_cast<std::size_t>(column), ' '); }

  void end_line() {
    if (random_.one_in(10)) text_ += random_.pick({" # c", " ", "  #", "   ", " #: - x"});
    text_ += "\n";
    comment_lines();
  }

  void comment_lines() {
    if (random_.one_in(12)) text_ += random_.pick({"\n", "# c\n", "   # 'c\n", "  \n", "#\n\n", "    #\n"});
  }

  Random& random_;
  bool is_strange_;  // may hold what is outside the fast lane
  std::string text_;
};

// --- changes --------------------------------------------------------------------------------------------------------

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t newline = text.find('\n', at);
    const std::size_t end = newline == std::string::npos ? text.size() : newline + 1;
    lines.push_back(text.substr(at, end - at));
    at = end;
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line;
  return text;
}

std::size_t place(std::size_t size, Random& random) {
  return static_cast<std::size_t>(random.below(static_cast<int>(size)));
}

const char* token(Random& random) {
  return random.pick(
      {" ",     "\n",   "\t",           "\r",  "\r\n",     ":",     ": ",   ":\n",  "- ",  "-\n",
       "-",     ",",    ", ",           "[",   "]",        "{",     "}",    "#",    " #",  "\"",
       "'",     "''",   "\\",           "\\n", "\\u0431",  "\\x41", "&a ",  "*a ",  "!t ", "|\n",
       ">\n",   "?",    "? ",           "%",   "@",        "`",     "~",    "null", "---", "---\n",
       "...\n", "--- ", "\xEF\xBB\xBF", "б",   "\xC2\x85", "\xD0",  "\x04", "x",    "0"});
}

std::string with_other_bytes(std::string text, Random& random) {
  const std::size_t at = place(text.size() + 1, random);
  const std::size_t length = std::min(text.size() - at, static_cast<std::size_t>(random.between(1, 3)));
  switch (random.below(4)) {
    case 0: return text.erase(at, length);
    case 1: return text.replace(at, length, token(random));
    case 2: {
      const std::size_t from = place(text.size() + 1, random);
      return text.insert(at, text.substr(from, static_cast<std::size_t>(random.between(1, 12))));
    }
    default: return text.insert(at, token(random));
  }
}

void shift(std::string& line, int columns) {
  if (columns > 0) line.insert(0, static_cast<std::size_t>(columns), ' ');
  for (; columns < 0 && line.starts_with(' '); ++columns) line.erase(0, 1);
}

std::string with_other_lines(const std::string& text, Random& random) {
  std::vector<std::string> lines = lines_of(text);
  if (lines.empty()) return text;
  const auto at = static_cast<std::ptrdiff_t>(place(lines.size(), random));
  const auto line = lines.begin() + at;
  switch (random.below(6)) {
    case 0: std::swap(*line, lines[place(lines.size(), random)]); break;
    case 1: lines.insert(line, std::string{*line}); break;
    case 2: lines.erase(line); break;
    case 3: shift(*line, random.between(-2, 2)); break;
    case 4: {  // and what follows it, a block perhaps
      const int columns = random.between(-2, 2);
      const auto end = line + std::min<std::ptrdiff_t>(lines.end() - line, random.between(2, 4));
      std::for_each(line, end, [columns](std::string& one) { shift(one, columns); });
      break;
    }
    default:
      lines.insert(line, random.pick({"---\n", "...\n", "\n", "# 'c\n", "- \n", "  \t\n", "%YAML 1.2\n",
                                      "--- # c\n", "...a: 1\n", "---a: 1\n", "%a: 1\n"}));
  }
  return joined(lines);
}

std::string as_in_windows(const std::string& text, Random& random) {
  const bool throughout = random.one_in(2);
  std::vector<std::string> lines = lines_of(text);
  for (std::string& line : lines) {
    if (line.ends_with('\n') && (throughout || random.one_in(3))) line.insert(line.size() - 1, "\r");
  }
  return joined(lines);
}

}  // namespace

std::string random_text(Random& random) { return Writer{random}.text(); }

std::string changed(std::string text, Random& random) {
  switch (random.below(10)) {
    case 0: return text.substr(0, place(text.size() + 1, random));
    case 1: return as_in_windows(text, random);
    case 2:
    case 3:
    case 4:
    case 5: return with_other_lines(text, random);
    default: return with_other_bytes(std::move(text), random);
  }
}

}  // namespace reglament::fuzz
