# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DLUPDATE=... -DSOURCE=... -DWORK=... -P check_translations.cmake
# Brings a copy of the translations up to date with the sources and fails when a string is missing,
# unfinished, or no longer used.
set(copy ${WORK}/tiepdon_vi.ts)
file(COPY_FILE ${SOURCE}/translations/tiepdon_vi.ts ${copy})
execute_process(
  COMMAND ${LUPDATE} -locations none ${SOURCE}/ui ${SOURCE}/app -I ${SOURCE} -ts ${copy}
  OUTPUT_VARIABLE said ERROR_VARIABLE complained RESULT_VARIABLE code)
if(NOT code EQUAL 0)
  message(FATAL_ERROR "lupdate failed: ${said}${complained}")
endif()
file(READ ${copy} text)
string(REGEX MATCHALL "<source>" all "${text}")
list(LENGTH all count)
if(count LESS 100)
  message(FATAL_ERROR "only ${count} strings found: the sources were not read")
endif()
string(REPLACE ";" "," text "${text}")
string(REGEX MATCHALL
  "<source>[^<]*</source>[^<]*<translation( type=\"(unfinished|vanished|obsolete)\"[^>]*>|></translation>|/>)"
  bad "${text}")
if(bad)
  list(JOIN bad "\n" bad)
  message(FATAL_ERROR "translations/tiepdon_vi.ts is not complete; build update_translations and fill in:\n${bad}")
endif()
message("${count} strings, all in Vietnamese")
