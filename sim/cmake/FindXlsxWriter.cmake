# Finds libxlsxwriter: target XlsxWriter::xlsxwriter.
include(${CMAKE_CURRENT_LIST_DIR}/plain_library.cmake)
mp_find_plain_library(XlsxWriter xlsxwriter xlsxwriter.h)
