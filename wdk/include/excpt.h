/* Structured exceptions. */
#pragma once
#include "ntifs.h"
