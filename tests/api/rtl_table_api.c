/* Bitmaps, generic tables (splay and AVL) and splay links of the run-time library. */
#include "api.h"

static void bitmaps(void) {
  ULONG words[3] = {0, 0, 0};
  RTL_BITMAP map;
  RtlInitializeBitMap(&map, words, 70);
  RtlSetBits(&map, 3, 5);
  API_EQUAL(words[0], 0xf8);
  API_CHECK(RtlAreBitsSet(&map, 3, 5) && !RtlAreBitsSet(&map, 3, 6));
  API_CHECK(RtlAreBitsClear(&map, 8, 62) && !RtlAreBitsClear(&map, 7, 2));
  API_CHECK(!RtlAreBitsSet(&map, 3, 0) && !RtlAreBitsClear(&map, 69, 2));
  API_EQUAL(RtlNumberOfSetBits(&map), 5);
  API_EQUAL(RtlNumberOfClearBits(&map), 65);
  RtlSetBit(&map, 69);
  API_CHECK(RtlTestBit(&map, 69) && !RtlTestBit(&map, 68));
  RtlClearBit(&map, 69);
  RtlClearBits(&map, 4, 2);
  API_EQUAL(words[0], 0xc8);
  RtlSetAllBits(&map);
  API_EQUAL(RtlNumberOfSetBits(&map), 70);
  RtlClearAllBits(&map);
  API_EQUAL(RtlNumberOfSetBits(&map), 0);
}

static void bitmap_searches(void) {
  ULONG words[2] = {0x0f0000f0, 0};
  RTL_BITMAP map;
  RtlInitializeBitMap(&map, words, 64);
  API_EQUAL(RtlFindClearBits(&map, 4, 0), 0);
  API_EQUAL(RtlFindClearBits(&map, 5, 0), 8);
  API_EQUAL(RtlFindClearBits(&map, 30, 0), 28);
  API_EQUAL(RtlFindClearBits(&map, 37, 0), 0xffffffff);
  API_EQUAL(RtlFindClearBits(&map, 4, 40), 40);
  API_EQUAL(RtlFindSetBits(&map, 4, 0), 4);
  API_EQUAL(RtlFindSetBits(&map, 4, 5), 24);
  API_EQUAL(RtlFindSetBits(&map, 5, 0), 0xffffffff);
  API_EQUAL(RtlFindClearBitsAndSet(&map, 2, 0), 0);
  API_EQUAL(words[0] & 0xff, 0xf3);
  API_EQUAL(RtlFindSetBitsAndClear(&map, 2, 0), 0);
  API_EQUAL(words[0] & 0xff, 0xf0);
  API_EQUAL(RtlFindClearBitsAndSet(&map, 65, 0), 0xffffffff);
}

typedef struct {
  ULONG key, value;
} PAIR;

static ULONG allocated;

static RTL_GENERIC_COMPARE_RESULTS order(ULONG left, ULONG right) {
  return left < right ? GenericLessThan : left > right ? GenericGreaterThan : GenericEqual;
}
static RTL_GENERIC_COMPARE_RESULTS NTAPI compare(PRTL_GENERIC_TABLE table, PVOID left,
                                                 PVOID right) {
  API_EQUAL((ULONG_PTR)table->TableContext, 42);
  return order(((PAIR*)left)->key, ((PAIR*)right)->key);
}
static PVOID NTAPI allocate(PRTL_GENERIC_TABLE table, CLONG bytes) {
  (void)table;
  ++allocated;
  return ExAllocatePoolWithTag(PagedPool, bytes, API_TAG);
}
static VOID NTAPI release(PRTL_GENERIC_TABLE table, PVOID memory) {
  (void)table;
  --allocated;
  ExFreePoolWithTag(memory, API_TAG);
}
static RTL_GENERIC_COMPARE_RESULTS NTAPI compare_avl(PRTL_AVL_TABLE table, PVOID left,
                                                     PVOID right) {
  (void)table;
  return order(((PAIR*)left)->key, ((PAIR*)right)->key);
}
static PVOID NTAPI allocate_avl(PRTL_AVL_TABLE table, CLONG bytes) {
  (void)table;
  ++allocated;
  return ExAllocatePoolWithTag(PagedPool, bytes, API_TAG);
}
static VOID NTAPI release_avl(PRTL_AVL_TABLE table, PVOID memory) {
  (void)table;
  --allocated;
  ExFreePoolWithTag(memory, API_TAG);
}

#define COUNT 200
/* A permutation of 0..COUNT-1. */
static ULONG shuffled(ULONG i) {
  return (i * 77 + 13) % COUNT;
}

/* The header's macros for AVL tables may be on; the functions are meant here. */
#undef RtlInitializeGenericTable
#undef RtlInsertElementGenericTable
#undef RtlDeleteElementGenericTable
#undef RtlLookupElementGenericTable
#undef RtlEnumerateGenericTable
#undef RtlGetElementGenericTable
#undef RtlNumberGenericTableElements
#undef RtlIsGenericTableEmpty
#undef RtlEnumerateGenericTableWithoutSplaying
#undef RtlInsertElementGenericTableFull
#undef RtlLookupElementGenericTableFull

static void splay_tables(void) {
  RTL_GENERIC_TABLE table;
  PAIR *pair, one = {0, 0};
  BOOLEAN added = FALSE;
  ULONG seen = 0;
  PVOID restart = NULL;
  RtlInitializeGenericTable(&table, compare, allocate, release, (PVOID)42);
  API_CHECK(RtlIsGenericTableEmpty(&table));
  for (ULONG i = 0; i < COUNT; ++i) {
    one.key = shuffled(i);
    one.value = one.key * 2;
    pair = RtlInsertElementGenericTable(&table, &one, sizeof(one), &added);
    API_CHECK(added && pair != NULL && pair->value == one.value);
  }
  API_CHECK(RtlInsertElementGenericTable(&table, &one, sizeof(one), &added) != NULL && !added);
  API_EQUAL(RtlNumberGenericTableElements(&table), COUNT);
  one.key = 17;
  pair = RtlLookupElementGenericTable(&table, &one);
  API_CHECK(pair != NULL && pair->value == 34);
  for (pair = RtlEnumerateGenericTable(&table, TRUE); pair != NULL;
       pair = RtlEnumerateGenericTable(&table, FALSE)) {
    API_EQUAL(pair->key, seen++);
  }
  API_EQUAL(seen, COUNT);
  pair = RtlEnumerateGenericTableWithoutSplaying(&table, &restart);
  API_EQUAL(pair->key, 0);
  API_EQUAL(((PAIR*)RtlGetElementGenericTable(&table, 99))->value, shuffled(99) * 2);
  API_CHECK(RtlGetElementGenericTable(&table, COUNT) == NULL);
  for (ULONG i = 0; i < COUNT; ++i) {
    one.key = i;
    API_CHECK(RtlDeleteElementGenericTable(&table, &one));
    API_CHECK(!RtlDeleteElementGenericTable(&table, &one));
  }
  API_CHECK(RtlIsGenericTableEmpty(&table) && RtlLookupElementGenericTable(&table, &one) == NULL);
  API_EQUAL(allocated, 0);
}

static NTSTATUS NTAPI even(PRTL_AVL_TABLE table, PVOID data, PVOID match_data) {
  (void)table;
  (void)match_data;
  return ((PAIR*)data)->key % 2 == 0 ? STATUS_SUCCESS : STATUS_NO_MATCH;
}

static void fill_avl(PRTL_AVL_TABLE table) {
  BOOLEAN added = FALSE;
  RtlInitializeGenericTableAvl(table, compare_avl, allocate_avl, release_avl, NULL);
  for (ULONG i = 0; i < COUNT; ++i) {
    PAIR one = {shuffled(i), shuffled(i) * 2};
    API_CHECK(RtlInsertElementGenericTableAvl(table, &one, sizeof(one), &added) != NULL && added);
  }
}
static void empty_avl(PRTL_AVL_TABLE table) {
  for (ULONG i = 0; i < COUNT; ++i) {
    PAIR one = {i, 0};
    RtlDeleteElementGenericTableAvl(table, &one);
  }
  API_CHECK(RtlIsGenericTableEmptyAvl(table));
  API_EQUAL(allocated, 0);
}

static void avl_tables(void) {
  RTL_AVL_TABLE table;
  PAIR *pair, one = {17, 0};
  PVOID node = NULL, restart = NULL;
  TABLE_SEARCH_RESULT found;
  ULONG seen = 0;
  BOOLEAN added = TRUE;
  fill_avl(&table);
  API_EQUAL(RtlNumberGenericTableElementsAvl(&table), COUNT);
  API_CHECK(RtlInsertElementGenericTableAvl(&table, &one, sizeof(one), &added) != NULL && !added);
  pair = RtlLookupElementGenericTableAvl(&table, &one);
  API_CHECK(pair != NULL && pair->value == 34);
  API_CHECK(RtlLookupElementGenericTableFullAvl(&table, &one, &node, &found) == pair);
  API_CHECK(found == TableFoundNode && node != NULL);
  one.key = COUNT + 5;
  API_CHECK(RtlLookupElementGenericTableFullAvl(&table, &one, &node, &found) == NULL);
  API_CHECK(found == TableInsertAsRight || found == TableInsertAsLeft);
  API_CHECK(RtlInsertElementGenericTableFullAvl(&table, &one, sizeof(one), &added, node, found) !=
                NULL &&
            added);
  API_CHECK(RtlDeleteElementGenericTableAvl(&table, &one));
  for (pair = RtlEnumerateGenericTableAvl(&table, TRUE); pair != NULL;
       pair = RtlEnumerateGenericTableAvl(&table, FALSE)) {
    API_EQUAL(pair->key, seen++);
  }
  API_EQUAL(seen, COUNT);
  API_EQUAL(((PAIR*)RtlEnumerateGenericTableWithoutSplayingAvl(&table, &restart))->key, 0);
  API_EQUAL(((PAIR*)RtlEnumerateGenericTableWithoutSplayingAvl(&table, &restart))->key, 1);
  API_EQUAL(((PAIR*)RtlGetElementGenericTableAvl(&table, 55))->key, 55);
  API_CHECK(RtlGetElementGenericTableAvl(&table, COUNT) == NULL);
  one.key = 20;
  restart = NULL;
  pair = RtlLookupFirstMatchingElementGenericTableAvl(&table, &one, &restart);
  API_CHECK(pair != NULL && pair->key == 20 && restart != NULL);
  empty_avl(&table);
}

static void avl_like_a_directory(void) {
  RTL_AVL_TABLE table;
  PAIR *pair, from = {10, 0};
  PVOID restart = NULL;
  ULONG deletes = 0;
  fill_avl(&table);
  pair =
      RtlEnumerateGenericTableLikeADirectory(&table, even, NULL, FALSE, &restart, &deletes, &from);
  API_CHECK(pair != NULL && pair->key == 10);
  pair =
      RtlEnumerateGenericTableLikeADirectory(&table, even, NULL, TRUE, &restart, &deletes, &from);
  API_CHECK(pair != NULL && pair->key == 12);
  from.key = 12;
  API_CHECK(RtlDeleteElementGenericTableAvl(&table, &from));
  pair =
      RtlEnumerateGenericTableLikeADirectory(&table, NULL, NULL, TRUE, &restart, &deletes, &from);
  API_CHECK(pair != NULL && pair->key == 13);
  empty_avl(&table);
}

typedef struct {
  RTL_SPLAY_LINKS links;
  ULONG key;
} NODE;

static void splay_links(void) {
  NODE nodes[3];
  PRTL_SPLAY_LINKS root;
  for (ULONG i = 0; i < 3; ++i) {
    RtlInitializeSplayLinks(&nodes[i].links);
    nodes[i].key = i;
  }
  RtlInsertAsLeftChild(&nodes[1].links, &nodes[0].links);
  RtlInsertAsRightChild(&nodes[1].links, &nodes[2].links);
  API_CHECK(RtlRealSuccessor(&nodes[0].links) == &nodes[1].links);
  API_CHECK(RtlRealPredecessor(&nodes[2].links) == &nodes[1].links);
  API_CHECK(RtlSubtreeSuccessor(&nodes[1].links) == &nodes[2].links);
  API_CHECK(RtlSubtreePredecessor(&nodes[1].links) == &nodes[0].links);
  API_CHECK(RtlRealSuccessor(&nodes[2].links) == NULL);
  root = RtlSplay(&nodes[2].links);
  API_CHECK(root == &nodes[2].links && RtlIsRoot(root));
  API_CHECK(RtlRealPredecessor(root) == &nodes[1].links);
  root = RtlDelete(&nodes[2].links);
  API_CHECK(root != NULL && RtlIsRoot(root));
  API_CHECK(RtlRealSuccessor(&nodes[0].links) == &nodes[1].links);
  RtlDeleteNoSplay(&nodes[0].links, &root);
  API_CHECK(root == &nodes[1].links);
}

const API_TEST ApiTests[] = {
    {"RtlBitmap_SetsClearsAndCounts", bitmaps},
    {"RtlBitmap_FindsRuns_FromTheHintAndAround", bitmap_searches},
    {"RtlGenericTable_KeepsOrderAndInsertionOrder", splay_tables},
    {"RtlAvlTable_KeepsOrder_AndRemembersPlaces", avl_tables},
    {"RtlAvlTable_EnumeratesLikeADirectory_AcrossDeletes", avl_like_a_directory},
    {"RtlSplayLinks_WalkInOrder", splay_links},
    {NULL, NULL},
};
