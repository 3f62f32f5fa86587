# SPDX-License-Identifier: GPL-3.0-or-later
# What framehand_lua_script() makes of a script. Usage: cmake -D FOLDER=... -P lua_includes_test.cmake
cmake_minimum_required(VERSION 3.25)
include("${CMAKE_CURRENT_LIST_DIR}/../../cmake/LuaIncludes.cmake")

file(REMOVE_RECURSE "${FOLDER}")
file(WRITE "${FOLDER}/main.lua" [=[
local a = KEYS[1]; local b = "x\\n;${c}" -- [[ brackets ]]
--- @include "includes/one"
--- @include "includes/two"
return one(a)
]=])
file(WRITE "${FOLDER}/includes/one.lua" "-- Includes\n--- @include \"two\"\nlocal function one(x) return t[x] end\n")
file(WRITE "${FOLDER}/includes/two.lua" "local t = {1; 2}\n")
framehand_lua_script(text "${FOLDER}/main.lua")
set(wanted [=[
local a = KEYS[1]; local b = "x\\n;${c}" -- [[ brackets ]]
-- Includes
local t = {1; 2}

local function one(x) return t[x] end


return one(a)
]=])
if(NOT text STREQUAL wanted)
  message(FATAL_ERROR "made:\n${text}\nwanted:\n${wanted}")
endif()

# Another script has its own copy of what it includes.
framehand_lua_script(text "${FOLDER}/includes/one.lua")
if(NOT text MATCHES "local t = {1; 2}")
  message(FATAL_ERROR "the second script lacks its include:\n${text}")
endif()

file(WRITE "${FOLDER}/broken.lua" "--- @include \"nowhere\"\n")
file(WRITE "${FOLDER}/broken.cmake" "cmake_minimum_required(VERSION 3.25)
include(\"${CMAKE_CURRENT_LIST_DIR}/../../cmake/LuaIncludes.cmake\")
framehand_lua_script(text \"${FOLDER}/broken.lua\")\n")
execute_process(COMMAND "${CMAKE_COMMAND}" -P "${FOLDER}/broken.cmake" RESULT_VARIABLE failed ERROR_VARIABLE said)
string(REGEX REPLACE "[ \n]+" " " said "${said}") # messages are wrapped, where depends on the folder's name
if(NOT failed OR NOT said MATCHES "nowhere.lua is missing")
  message(FATAL_ERROR "a missing include was not refused: ${said}")
endif()
