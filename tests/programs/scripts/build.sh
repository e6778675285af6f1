# A small project: headers, a static library, a shared one, a program of both, and a run of it.
mkdir -p src include
for i in 1 2 3 4 5 6; do
  printf '#pragma once\nint part%d(int);\n' $i >include/part$i.h
  printf '#include "part%d.h"\ntemplate <int N> struct S { static int f(int x) { return S<N - 1>::f(x) + N; } };\ntemplate <> struct S<0> { static int f(int x) { return x; } };\nint part%d(int x) { return S<%d>::f(x); }\n' $i $i $((i * 20)) >src/part$i.cpp
done
cat >src/main.cpp <<'CODE'
#include <cstdio>
#include "part1.h"
#include "part2.h"
#include "part3.h"
#include "part4.h"
#include "part5.h"
#include "part6.h"
int main() {
  std::printf("%d\n", part1(1) + part2(2) + part3(3) + part4(4) + part5(5) + part6(6));
}
CODE
cat >Makefile <<'CODE'
CXXFLAGS = -Iinclude -fPIC -O1 -fno-ident
all: program
%.o: src/%.cpp
	$(CXX) $(CXXFLAGS) -c -o $@ $<
libpart.a: part1.o part2.o part3.o
	$(AR) rcD $@ $^
libmore.so: part4.o part5.o part6.o
	$(CXX) -shared -Wl,--build-id=none -o $@ $^
program: main.o libpart.a libmore.so
	$(CXX) -Wl,--build-id=none -Wl,-rpath,'$$ORIGIN' -o $@ main.o libpart.a -L. -lmore
CODE
make -s -j4 CXX=g++
./program >answer
cat answer
make -s -j4 CXX=g++ -q
touch src/part4.cpp
make -s -j4 CXX=g++
./program | cmp - answer
