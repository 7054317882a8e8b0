#include "reglament/reports/report.hpp"

#include <array>
#include <utility>

namespace reglament {

namespace {

using Writer = std::string (*)(const Run&, const ReportOptions&);

struct FormatRow {
  Format format;
  std::string_view name;
  std::string_view extension;
  Writer writer;
};

constexpr std::array formats{
    FormatRow{Format::text, "text", ".txt", report_text},
    FormatRow{Format::json, "json", ".json", report_json},
};

}  // namespace

std::optional<Format> parse_format(std::string_view text) {
  for (const FormatRow& row : formats) {
    if (row.name == text) return row.format;
  }
  return std::nullopt;
}

std::optional<Format> format_of_extension(std::string_view path) {
  for (const FormatRow& row : formats) {
    if (path.ends_with(row.extension)) return row.format;
  }
  return std::nullopt;
}

std::string report(const Run& run, Format format, const ReportOptions& options) {
  for (const FormatRow& row : formats) {
    if (row.format == format) return row.writer(run, options);
  }
  return {};
}

}  // namespace reglament
