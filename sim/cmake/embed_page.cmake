# Writes OUTPUT, a source with the page of reports (PAGE; it may be empty) as text, so that the
# command needs nothing beside itself.
cmake_minimum_required(VERSION 3.25)

set(page "")
if(PAGE)
  file(READ ${PAGE} page)
endif()
if(page MATCHES "\\)report_page\"")
  message(FATAL_ERROR "${PAGE} holds what ends a raw string.")
endif()
file(WRITE ${OUTPUT} "#include \"sim/output/report_page.hpp\"

std::string_view meesterplan::output::report_template() {
  return R\"report_page(${page})report_page\";
}
")
