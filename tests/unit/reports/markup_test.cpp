#include "reglament/reports/markup.hpp"

#include <catch2/catch.hpp>

using namespace reglament;

TEST_CASE("nothing in a text is taken for HTML, inside an attribute neither", "[reports][markup]") {
  CHECK(html_text("Қала & село") == "Қала &amp; село");
  CHECK(html_text("<script>alert('1')</script>") == "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;");
  CHECK(html_text("\" onclick=\"") == "&quot; onclick=&quot;");
  CHECK(html_text("&lt;") == "&amp;lt;");
}

TEST_CASE("nothing in a text is taken for Markdown, and a cell keeps to its column", "[reports][markup]") {
  CHECK(markdown_text("5.4, абзац 1") == "5.4, абзац 1");
  CHECK(markdown_text("a | b") == "a \\| b");
  CHECK(markdown_text("[x](y) <b> *z* _w_ `v`") == "\\[x\\](y) \\<b\\> \\*z\\* \\_w\\_ \\`v\\`");
  CHECK(markdown_text("\\| &amp; ~~x~~ ![i]") == "\\\\\\| \\&amp; \\~\\~x\\~\\~ \\!\\[i\\]");
}

TEST_CASE("a text stays on one line of markup", "[reports][markup]") {
  CHECK(html_text("a\nb") == "a\\nb");
  CHECK(markdown_text("a\nb") == "a\\\\nb");
}
