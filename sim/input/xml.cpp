#include "sim/input/xml.hpp"

#include <memory>

#include <expat.h>

namespace meesterplan::input {
namespace {

std::string_view without_prefix(std::string_view name) {
  std::size_t const colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// What expat hands back to the functions below.
struct Context {
  XML_Parser parser;
  XmlHandlers const* handlers;
};

void on_start(void* data, XML_Char const* name, XML_Char const** attributes) {
  auto const& handlers = *static_cast<Context*>(data)->handlers;
  if (handlers.start)
    handlers.start(without_prefix(name), XmlAttributes(attributes));
}

void on_end(void* data, XML_Char const* name) {
  auto const& handlers = *static_cast<Context*>(data)->handlers;
  if (handlers.end)
    handlers.end(without_prefix(name));
}

void on_text(void* data, XML_Char const* text, int length) {
  auto const& handlers = *static_cast<Context*>(data)->handlers;
  if (handlers.text)
    handlers.text({text, static_cast<std::size_t>(length)});
}

void on_doctype(void* data, XML_Char const*, XML_Char const*, XML_Char const*, int) {
  XML_StopParser(static_cast<Context*>(data)->parser, XML_FALSE);
}

}  // namespace

std::string_view XmlAttributes::get(std::string_view name) const {
  for (char const* const* pair = pairs_; *pair != nullptr; pair += 2) {
    if (without_prefix(*pair) == name)
      return pair[1];
  }
  return {};
}

Zip::Status read_xml(Zip const& archive, std::string const& part, XmlHandlers const& handlers) {
  std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> const parser(XML_ParserCreate(nullptr),
                                                                       XML_ParserFree);
  if (!parser)
    throw std::bad_alloc();
  Context context{parser.get(), &handlers};
  XML_SetUserData(parser.get(), &context);
  XML_SetElementHandler(parser.get(), on_start, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
  auto const parse = [&](std::string_view bytes, int is_last) {
    return XML_Parse(parser.get(), bytes.data(), static_cast<int>(bytes.size()), is_last) ==
           XML_STATUS_OK;
  };
  Zip::Status const status =
      archive.unpack(part, [&](std::string_view bytes) { return parse(bytes, 0); });
  if (status == Zip::Status::ok)
    return parse({}, 1) ? status : Zip::Status::broken;
  return status == Zip::Status::stopped ? Zip::Status::broken : status;
}

}  // namespace meesterplan::input
